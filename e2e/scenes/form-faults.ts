/** Content whose files cannot be read as what they are: one fault of each kind that the check knows. */
import {
  type Changes,
  DIGEST,
  digest,
  EDITION,
  edition,
  organizations,
  prose,
  RECORDS,
  records,
  tags,
  writeDayLine,
} from "./content-changes.ts";
import { makeDigestText, makeRecord, SAMPLE_EDITION, SAMPLE_TAGS } from "./content-samples.ts";

/** What is told, and what of the sample content is otherwise. */
export const FORM_FAULTS: [message: string, changes: Changes][] = [
  // Files.
  ["this is not read, because of its name", { "tag.yaml": SAMPLE_TAGS }],
  ["this is not read, because of its name", { organizations: "" }],
  ["this is not read where it stands", { "drafts/2510.00001.md": makeDigestText() }],
  ["this is not read where it stands", { "2025-10.jsonl": "" }],
  ["this has to be a folder", { digests: "a file" }],
  ["nothing in this folder is read", { "digests/more": "FOLDER" }],
  ["this file is not read, because of how its name ends", { "digests/a.markdown": makeDigestText() }],
  ["this file could not be read: it is a link that leads to nothing", { [DIGEST]: { link: "nowhere.md" } }],
  ["this file could not be read: it is a link that leads back to itself", { [EDITION]: { link: "2026-03-09.mdx" } }],
  ["this file could not be read: a folder stands where the file has to be", { [RECORDS]: "FOLDER" }],
  [
    "this file could not be read: it is no file, but a pipe, a socket or a device",
    { [RECORDS]: { link: "/dev/null" } },
  ],
  ["this file is UTF-16", { "tags.yaml": Buffer.from(`\uFEFF${SAMPLE_TAGS}`, "utf16le") }],
  [
    "this file is not UTF-8, but as if saved as Latin-1 or Windows-1252",
    { [DIGEST]: Buffer.from(makeDigestText({ by: "Zoë" }), "latin1") },
  ],
  ["lines end with a carriage return alone", { [EDITION]: SAMPLE_EDITION.replaceAll("\n", "\r") }],
  ["a control character stands here", prose("A\u0001b.")],
  ["a control character stands here", edition("---\n", "---\n\uFEFF")],
  ["a control character stands here", edition("---", "\uFEFF\uFEFF---")],
  // Lines of JSON.
  ["this line is not JSON that can be read", { [RECORDS]: "{" }],
  ["this is not JSON Lines", { [RECORDS]: JSON.stringify(makeRecord(), null, 2) }],
  ["this is not JSON Lines", { "days.jsonl": `[\n${writeDayLine({})}]\n` }],
  ["a name stands twice in this line", { "days.jsonl": writeDayLine({}).replace("{", '{"cut":true,') }],
  // YAML.
  ["the file does not begin with front matter", { [DIGEST]: "Words." }],
  ["the front matter does not end here", { [EDITION]: SAMPLE_EDITION.replace("\n---\n", "\n----\n") }],
  [
    "the front matter ends here, above more fields",
    { [DIGEST]: makeDigestText().replace("\nproblem:", "\n---\nproblem:") },
  ],
  ["the front matter has no end", { [DIGEST]: "---\ntldr: A\n" }],
  ["this field stands twice", digest({ by: "a\nby: b" })],
  ["a tab stands where only blanks may", tags("- id: x\n\tlabel: X\n")],
  ["this line does not begin where the others of its kind do", digest({ results: "\n  - claim: a\n - claim: b" })],
  ["a backslash in double quotes begins an escape that there is not", digest({ by: '"a\\q"' })],
  ["text stands behind the end of the value", digest({ by: '"a" b' })],
  ["a list begins on the line of its field", digest({ results: "- a" })],
  ["a bracket is closed that was not opened", digest({ tags: "]" })],
  ["a second document begins here", organizations("- id: a\n  name: A\n---\n- id: b\n  name: B\n")],
  ["a quotation mark is opened and not closed", digest({ by: '"a' })],
  ["a bracket is opened and not closed", digest({ tags: "[planning" })],
  ["this line belongs to no field", digest({ by: "a\nwords alone" })],
  ["a blank is missing after the colon", digest({ by: "a\naudience2:b" })],
  ["this is not YAML that can be read", digest({ by: "a: b" })],
  ["what begins here is more than text for YAML, and would not come out as it is written", digest({ by: "*nowhere" })],
  // Fields.
  ["is not a field", digest({ zebra: "1" })],
  ["is missing", digest({ audience: undefined })],
  ["is not what it should be", records({ comments: -1 })],
];
