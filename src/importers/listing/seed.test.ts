/** The listing that the archive began with, where it lies beside the project. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { parseDays } from "#lib/content/parse.ts";
import { cleanText, cleanTitle } from "#lib/latex/clean.ts";
import { findSharedData } from "#scenes/shared-data.ts";
import { harvestListing } from "./harvest.ts";

const PROJECT = resolve(import.meta.dirname, "../../..");
const { path: seed, skip } = findSharedData("seed");

/** An entry as papers.json has it, parsed by other means. */
interface Known {
  title: string;
  abstract: string;
  authorCount: number | null;
  organization: { slug: string; name: string } | null;
  date: string | null;
  comments: number | null;
}

test("The first listing is read as it was read by other means, each entry and each number.", { skip }, () => {
  const text = readFileSync(join(seed, "listing.txt"), "utf8");
  const known = JSON.parse(readFileSync(join(seed, "papers.json"), "utf8")) as Known[];
  const { facts, refused, notices, days } = harvestListing(
    { file: "listing.txt", text, retrieved: "2026-11-22" },
    "2026-03-09",
  );
  assert.deepEqual(refused, []);
  assert.deepEqual(
    facts.map(({ title, abstract, authorCount, organization, published, comments, id }) => [
      ...[title, abstract, authorCount, organization, published, comments, id],
    ]),
    known.map(({ title, abstract, authorCount, organization, date, comments }) => [
      cleanTitle(title),
      cleanText(abstract),
      authorCount ?? undefined,
      organization === null ? undefined : { id: organization.slug.toLowerCase(), name: organization.name },
      date ?? undefined,
      comments ?? undefined,
      undefined,
    ]),
  );
  const count = (key: keyof (typeof facts)[number]) => facts.filter((fact) => fact[key] !== undefined).length;
  assert.deepEqual(
    [facts.length, count("published"), count("comments"), count("organization"), count("authorCount"), notices.length],
    [50, 48, 22, 5, 43, 2],
  );
  assert.ok(notices.every(({ message }) => message.includes("no authors or organisation, no date")));
  const ours = parseDays(readFileSync(join(PROJECT, "content/days.jsonl"), "utf8"), "days.jsonl").value?.lines;
  assert.deepEqual(days, [ours?.find(({ data }) => data.date === "2026-03-09")?.data]);
});
