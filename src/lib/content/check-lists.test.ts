import assert from "node:assert/strict";
import { test } from "node:test";
import { printSample } from "#scenes/checked-sample.ts";

test("Organisations and days that stand twice are told, and counts that cannot be.", () => {
  const day = '{"date":"2026-03-09","source":"Daily","listed":1,"taken":1,"refused":0,"cut":false}\n';
  assert.equal(
    printSample({
      "organizations.yaml":
        "- { id: port, name: P, aliases: [quay] }\n- { id: quay, name: Q }\n- { id: dock, name: D, aliases: [port] }\n",
      "days.jsonl": day + day.replace("Daily", "Weekly") + day.replace('"refused":0', '"refused":1'),
    }),
    `organizations.yaml:2  quay.id: this organisation stands twice
    found:   quay
    allowed: each once; it stands first in line 1
    mend:    keep it in one place
organizations.yaml:3  dock.aliases: this organisation stands twice
    found:   port
    allowed: each once; it stands first in line 1
    mend:    keep it in one place
days.jsonl:3  date: this day and source stand twice
    found:   2026-03-09, Daily
    allowed: each once; it stands first in line 1
    mend:    keep one of the lines
days.jsonl:3  taken: more papers were taken and refused than were listed
    found:   1 taken, 1 refused, 1 listed
    allowed: at most 1 together`,
  );
});
