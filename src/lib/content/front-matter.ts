/** Splits a Markdown or MDX file into its YAML front matter and its prose. */
import type { Problem } from "../errors.ts";

/** A file cut in two. */
export interface FrontMatter {
  /** The YAML between the two `---` lines, the first of which is the file's. */
  yaml: string;
  /** The prose below. */
  body: string;
  /** Lines of the file above the prose. */
  bodyOffset: number;
}

/** The two parts, or the one problem that keeps them from being told apart. */
export function splitFrontMatter(text: string, file: string): FrontMatter | Problem {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines[0]?.trimEnd() !== "---") {
    return {
      file,
      line: 1,
      message: "the file does not begin with front matter",
      found: JSON.stringify((lines[0] ?? "").slice(0, 60)),
      allowed: "a first line of three hyphens, then fields, then three hyphens again",
      mend: 'make the first line "---"',
    };
  }
  // Astro takes the first line that begins so for the end.
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  const found = lines[end]?.trimEnd();
  if (found === "---") {
    return { yaml: lines.slice(1, end).join("\n"), body: lines.slice(end + 1).join("\n"), bodyOffset: end + 1 };
  }
  if (found === undefined) {
    return {
      file,
      line: 1,
      message: "the front matter has no end",
      allowed: "a line of three hyphens between the fields and the prose",
      mend: 'add a line "---" after the last field',
    };
  }
  return {
    file,
    line: end + 1,
    message: "the front matter does not end here",
    found: JSON.stringify(found.slice(0, 60)),
    allowed: "a line of three hyphens",
    mend: "make it three hyphens, or put the value in double quotes",
  };
}
