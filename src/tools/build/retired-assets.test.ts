import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays } from "../../lib/dates.ts";
import { RETIRED_DAYS, retireAssets, type SiteAssets } from "./retired-assets.ts";

const DAY = "2026-03-09";
const all = () => true;

test("An asset that no page names any more stays for two weeks, then goes.", () => {
  let assets = retireAssets(["index.html", "_astro/a.1.css"], all, undefined, DAY);
  assert.deepEqual(assets, { current: ["_astro/a.1.css"], retired: {} });
  assets = retireAssets(["index.html", "_astro/a.2.css"], all, assets, DAY);
  assert.deepEqual(assets, { current: ["_astro/a.2.css"], retired: { "_astro/a.1.css": DAY } });
  const at = (days: number): SiteAssets => retireAssets(["_astro/a.2.css"], all, assets, addDays(DAY, days));
  assert.deepEqual(at(RETIRED_DAYS).retired, { "_astro/a.1.css": DAY });
  assert.deepEqual(at(RETIRED_DAYS + 1).retired, {});
});

test("An asset that is named again is as any other, and begins anew when it goes.", () => {
  const before = { current: ["_astro/b.css"], retired: { "_astro/a.css": DAY } };
  const again = retireAssets(["_astro/a.css"], all, before, addDays(DAY, 3));
  assert.deepEqual(again, { current: ["_astro/a.css"], retired: { "_astro/b.css": addDays(DAY, 3) } });
  const later = retireAssets(["_astro/b.css"], all, again, addDays(DAY, 9));
  assert.deepEqual(later.retired, { "_astro/a.css": addDays(DAY, 9) });
});

test("What is not there is not kept, and what no build has left neither.", () => {
  const before = { current: ["_astro/a.css"], retired: {} };
  assert.deepEqual(
    retireAssets([], () => false, before, DAY),
    { current: [], retired: {} },
  );
  assert.deepEqual(retireAssets(["_astro/b.css"], all, undefined, DAY).retired, {});
});
