/** Results of a digest: which of them may stand large, and what is no baseline. */
import type { Problem } from "../errors.ts";
import type { DigestData } from "./digest.ts";
import { type Document, placeField } from "./document.ts";
import { findNumbers } from "./numbers.ts";
import type { Partly } from "./salvage.ts";

/** How a comparison begins; "from" only with a figure behind it, for "from a handful of examples" is a setting. */
const COMPARISON =
  /^(?:over|against|than|versus|vs\.?|(?:as )?compared (?:with|to)|relative to|rather than|instead of|above|below|beyond|ahead of|behind|on (?:a )?par with|level with|close to|short of|up from|down from|beside|where|while|like|as|in place of)\s/iu;

/** Problems of a digest's results and of its headline. */
export function checkResults(digest: Document<Partly<DigestData>>): Problem[] {
  const { results = [] } = digest.data;
  const baselines = results.flatMap((result, index): Problem[] => {
    const { baseline } = result ?? {};
    if (baseline === undefined || isComparison(baseline)) return [];
    return [
      {
        ...placeField(digest, ["results", index, "baseline"]),
        message: "this is no baseline: it does not say what the figure is compared with",
        found: baseline,
        allowed:
          "words such as over, against, below, compared with, or from and a figure, and then what it is compared with",
        mend: "write a model's name as model, other conditions as setting",
      },
    ];
  });
  return [...checkHeadline(digest), ...baselines];
}

function isComparison(text: string): boolean {
  return COMPARISON.test(text) || (/^from\s/iu.test(text) && findNumbers(text).length > 0);
}

function checkHeadline(digest: Document<Partly<DigestData>>): Problem[] {
  const { headline, results } = digest.data;
  if (typeof headline !== "number" || results === undefined) return [];
  const place = { ...placeField(digest, ["headline"]), found: String(headline) };
  if (headline > results.length) {
    const allowed = results.length === 0 ? "none" : `none, or 1 to ${results.length}`;
    return [{ ...place, message: "there is no such result", allowed, mend: "name one that is there, or none" }];
  }
  const result = results[headline - 1];
  // Of a result that could not be read, what is missing is not known.
  if (result === undefined) return [];
  const lacks = (["value", "metric"] as const).filter((name) => result[name] === undefined);
  if (lacks.length === 0) return [];
  return [
    {
      ...place,
      message: `result ${headline} cannot stand large: it has no ${lacks.join(" and no ")}`,
      allowed: "a result with a figure and with what it measures, or none",
      mend: `add its ${lacks.join(" and ")}, or write: headline: none`,
    },
  ];
}
