/** Text is read at 7 to 1, on whatever ground it stands, in both themes (WCAG 2.2, 1.4.6); what is drawn at 3 to 1 (1.4.11). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readSources, stripComments } from "./sources.ts";

const [TOKENS = { path: "", text: "" }] = readSources("src/styles/tokens.css");
const THEMES = ["light", "dark"] as const;

/** The colour of a token in a theme: #rrggbb, through the tokens that it names. */
function readColor(name: string, theme: number): string {
  const value = new RegExp(`^\\s*--${name}: (.*);$`, "m").exec(stripComments(TOKENS))?.[1] ?? "";
  const [, other] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  if (other !== undefined) return readColor(other, theme);
  return value.match(/#[\da-f]{6}/g)?.[theme] ?? assert.fail(`--${name} has no two colours: ${value}`);
}

/** Relative luminance (WCAG 2.2). */
function measureLuminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function measureContrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [measureLuminance(a), measureLuminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

test("Contrast is measured as WCAG does.", () => {
  assert.equal(measureContrast("#000000", "#ffffff"), 21);
  assert.equal(measureContrast("#777777", "#ffffff").toFixed(2), "4.48");
});

for (const [ground, texts] of [
  ["color-page", ["color-text", "color-soft", "color-quiet", "color-act"]],
  ["color-sunk", ["color-text", "color-soft", "color-quiet"]],
  ["color-cover", ["color-text", "color-soft", "color-act-cover"]],
  ["color-mark", ["color-text"]],
  ["color-act", ["color-on-act"]],
  ["color-act-cover", ["color-on-act"]],
] as const) {
  test(`Text that stands on ${ground} has 7 to 1 in both themes.`, () => {
    for (const [theme, name] of THEMES.entries()) {
      for (const text of texts) {
        const ratio = measureContrast(readColor(text, theme), readColor(ground, theme));
        assert.ok(ratio >= 7, `${text} on ${ground}, ${name}: ${ratio.toFixed(2)}`);
      }
    }
  });
}

test("The ring of what has the focus and the edges of fields have 3 to 1 on every ground.", () => {
  for (const theme of THEMES.keys()) {
    for (const ground of ["color-page", "color-sunk", "color-cover"]) {
      for (const line of ["color-act", "color-rule-strong"]) {
        const ratio = measureContrast(readColor(line, theme), readColor(ground, theme));
        assert.ok(ratio >= 3, `${line} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
  }
});
