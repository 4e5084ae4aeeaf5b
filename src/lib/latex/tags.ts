/** Markup of publishers in the text of a source: HTML, JATS (https://jats.nlm.nih.gov) and entities, as Crossref has them. */
import { setScript } from "./scripts.ts";

/** Elements of which the text stays; of what else looks like one, such as `<think>`, nothing is known. */
const ELEMENTS =
  "b|i|u|em|strong|tt|small|big|sc|scp|span|font|p|br|bold|italic|roman|sup|sub|inline-formula|named-content|ext-link|xref|sec|title|abstract";
/** With a namespace whatever is named is markup. */
const TAG = new RegExp(
  String.raw`<(/?)(?:(?:jats|mml|m|xhtml|html):([a-z][a-z-]{0,30})|(${ELEMENTS}))(\s[^<>]{0,300})?\s?(/?)>`,
  "gi",
);
/** Elements that end a paragraph. */
const BLOCKS = /^(?:p|br|sec|title|abstract)$/i;
/** An ampersand of Crossref's that was taken for TeX. */
const BROKEN_AMPERSAND = /(?:\{\\&\}|\\&|&)amp(?:;|\$\\mathsemicolon\$|\{\\?;\})/g;
const ENTITY = /&(?:#(\d{2,6})|#x([\da-f]{2,5})|([a-z]{2,8}));/gi;
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    thinsp: " ",
    ensp: " ",
    emsp: " ",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    times: "×",
    plusmn: "±",
    deg: "°",
    middot: "·",
    minus: "−",
    le: "≤",
    ge: "≥",
    alpha: "α",
    beta: "β",
    gamma: "γ",
    delta: "δ",
    epsilon: "ε",
    kappa: "κ",
    lambda: "λ",
    mu: "μ",
    pi: "π",
    sigma: "σ",
    tau: "τ",
    phi: "φ",
    chi: "χ",
    omega: "ω",
    Delta: "Δ",
    Omega: "Ω",
    eacute: "é",
    egrave: "è",
    auml: "ä",
    ouml: "ö",
    uuml: "ü",
    szlig: "ß",
    ccedil: "ç",
    ntilde: "ñ",
    oslash: "ø",
  }),
);

/** The text without such markup, its entities as characters; what only looks like markup (`<think>`, `x < y`) stays. */
export function readTags(text: string): string {
  if (!/[<&]/.test(text)) return text;
  const plain = text.replace(BROKEN_AMPERSAND, "&").replace(ENTITY, readEntity);
  return plain.includes("<") ? readElements(plain) : plain;
}

function readEntity(entity: string, decimal?: string, hexadecimal?: string, name = ""): string {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "0", 16) : Number(decimal);
  // Neither control characters nor what is no character comes in by its number.
  if (code >= 0x20 && code < 0x7f) return String.fromCodePoint(code);
  if (code >= 0xa0 && code < 0x2_0000 && !(code >= 0xd800 && code < 0xe000)) return String.fromCodePoint(code);
  return NAMED.get(name) ?? entity;
}

function readElements(text: string): string {
  const tags = [...text.matchAll(TAG)].map(([, closing = "", spaced, bare = "", , empty = ""]) => ({
    name: (spaced ?? bare).toLowerCase(),
    isSpaced: spaced !== undefined,
    isClosing: closing !== "",
    isEmpty: empty !== "",
  }));
  const closed = new Set(tags.flatMap(({ name, isClosing }) => (isClosing ? [name] : [])));
  const opened = new Set(tags.flatMap(({ name, isClosing, isEmpty }) => (isClosing || isEmpty ? [] : [name])));
  // One alone may be what a text is about, such as the token <b>.
  const isMarkup = (name: string): boolean => name === "br" || name === "p" || (closed.has(name) && opened.has(name));
  let index = 0;
  const kept = text.replace(TAG, (tag) => {
    const found = tags[index];
    index += 1;
    if (found === undefined || !(found.isSpaced || found.isEmpty || isMarkup(found.name))) return tag;
    if (BLOCKS.test(found.name)) return found.isClosing ? "\n\n" : found.name === "br" ? " " : "";
    return /^su[bp]$/.test(found.name) ? `\ue0f8${found.isClosing ? "/" : ""}${found.name}\ue0f9` : "";
  });
  return kept
    .replace(
      /\ue0f8su([bp])\ue0f9([^\ue0f8\ue0f9]{0,40})\ue0f8\/su\1\ue0f9(?=(.?))/g,
      (_, kind: "b" | "p", inner: string, behind: string) => setScript(inner.trim(), kind === "b" ? "_" : "^", behind),
    )
    .replace(/\ue0f8[^\ue0f9]{0,8}\ue0f9/g, "");
}
