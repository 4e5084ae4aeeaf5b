import assert from "node:assert/strict";
import { test } from "node:test";
import type { MdastNode } from "satteri";
import { judgeIntroduction, parseIntroduction } from "#lib/content/introduction.ts";
import { maskIntroduction } from "#lib/content/masked-introduction.ts";
import config from "../../astro.config.mjs";
import { emptyFrontMatter, introductionProcessor } from "./compile-introductions.ts";

const FRONT_MATTER = "---\ndate: 2026-03-09\ntitle: Ships\n---\n";

interface Integration {
  name: string;
  hooks: { [hook: string]: (parameters: object) => Promise<void> };
}
interface VitePlugin {
  name: string;
  configResolved?: (config: object) => void;
  transform?: { handler: (code: string, id: string) => Promise<{ code: string }> };
}

/** Compiles a file as Astro does with our configuration: our plugin, then its own, as our integrations set it up. */
async function compile(text: string): Promise<string> {
  const plugins: VitePlugin[] = [];
  const integration = (config.integrations as Integration[]).find(({ name }) => name === "@astrojs/mdx");
  assert.ok(integration);
  const settings = {
    root: new URL("file:///site/"),
    srcDir: new URL("file:///site/src/"),
    markdown: config.markdown ?? {},
  };
  await integration.hooks["astro:config:setup"]?.({
    config: settings,
    addPageExtension() {},
    addContentEntryType() {},
    addRenderer() {},
    updateConfig: ({ vite }: { vite: { plugins: VitePlugin[] } }) => plugins.push(...vite.plugins),
  });
  await integration.hooks["astro:config:done"]?.({ config: settings, logger: console });
  const [plugin] = plugins;
  assert.ok(plugin?.transform);
  assert.ok(config.vite?.plugins?.includes(emptyFrontMatter));
  const path = "/site/content/editions/2026-03-09.mdx";
  return (await plugin.transform.handler(emptyFrontMatter.transform.handler(text, path), path)).code;
}

test("A sound introduction is compiled.", async () => {
  const code = await compile(
    `${FRONT_MATTER}\nSee <Paper id="2510.00001">this</Paper>. {/* a note */}\n\nimport"y" is text.\n`,
  );
  assert.match(code, /_jsx\(Paper, {/);
  assert.match(code, /"import\\"y\\" is text\."|"import[“”]y[“”] is text\."/);
});

test("Formulas and links of an introduction are places for what its page hands it, each by its number.", async () => {
  const code = await compile(`${FRONT_MATTER}\nA $\\frac{a}{b}$, **[[2510.00001]]**.\n\n$$\n{x}\n$$\n`);
  for (const place of [0, 1, 2])
    assert.match(code, RegExp(`_jsx\\(Mark, {\\s*html: props\\.marks\\?\\.\\[${place}\\]`));
  assert.doesNotMatch(code, /frac|2510\.00001/);
});

test("What stands as deep as the check lets it is compiled.", async () => {
  const body = `<svg>${"<g>".repeat(62)}<path />${"</g>".repeat(62)}</svg>`;
  assert.deepEqual(judgeIntroduction(parseIntroduction(body), body), []);
  assert.match(await compile(`${FRONT_MATTER}\n${body}\n`), /path/);
});

test("What may not stand in an introduction is never compiled, whatever was checked before.", async () => {
  for (const body of [
    "{/* a */ globalThis.x = 1 /* b */}",
    "Words.\r\rimport x from 'y'\r\r",
    '<svg set:html="<meta http-equiv=refresh content=0>" />',
    "<script>alert(1)</script>",
    "[x](javascript:alert)",
    "![x](https://example.org/x.png)",
    "# Heading",
  ]) {
    await assert.rejects(compile(`${FRONT_MATTER}\n${body}\n`), (error: Error) => {
      assert.match(error.message, /editions\/2026-03-09\.mdx:[678] {2}/, body);
      assert.match(error.message, /mend: /, body);
      return true;
    });
  }
});

test("Front matter brings nothing into what is compiled: no layout, no code.", async () => {
  const code = await compile("---\nlayout: ../../evil.astro\n---\n\nWords.\n");
  assert.doesNotMatch(code, /evil/);
  await assert.rejects(compile("---\ntitle: a\n---{globalThis.x = 1}\n---\n\nWords.\n"), /does not end here/);
});

test("Front matter is not read by Astro: what its reader of YAML refuses, takes for a date or for its end, is compiled.", async () => {
  for (const line of ["title: !x T", "title: 2026-01-01", "title: *nope", "a: b: c", "+++", "\u2028"]) {
    const code = await compile(`---\n${line}\n---\n\n---\n\nWords.\n`);
    assert.match(code, /_jsx\(_components\.hr, {}\)/, line);
    assert.match(code, /Words\./, line);
    assert.doesNotMatch(code, /title/, line);
  }
});

/** A tree as text, its lines counted from a line of the text. */
function writeTree(root: MdastNode, above: number): string {
  return JSON.stringify(root, (key, value: unknown) =>
    // Nodes that a plugin will visit know where they came from.
    key.startsWith("_")
      ? undefined
      : key === "position"
        ? { at: (value as { start: { line: number } }).start.line - above }
        : value,
  );
}

test("What is judged is the tree that is compiled.", async () => {
  const trees: string[] = [];
  const above = FRONT_MATTER.split("\n").length - 1;
  const spy = {
    name: "spy",
    options: { position: true },
    before: (root: MdastNode) => void trees.push(writeTree(root, above)),
  };
  introductionProcessor.options.mdastPlugins.unshift(spy);
  const bodies = [
    ...['Words, "quoted" -- and...', "| a | b |\n| - | - |\n| ~~c~~ | https://d.example |"],
    ...["\n---\ntitle: x\n---\n\nWords.", "Words.\r\rMore.\r\n\r\n## Head", "a\u2028b\u2029c {/* d */}"],
    '<Plan caption="x">\n  <svg viewBox="0 0 1 1"><path d="M0 0" /></svg>\n</Plan>\n\n- <Paper id="1">y</Paper>',
    "$a$ :::b ^c^ ~d~ [[e]]\n\nf\n: g {/* h */}",
  ];
  for (const body of bodies) {
    await compile(FRONT_MATTER + body);
    const judged = parseIntroduction(maskIntroduction(body).text);
    assert.deepEqual(JSON.parse(trees.at(-1) ?? "").children, JSON.parse(writeTree(judged, 0)).children, body);
  }
  assert.equal(trees.length, bodies.length);
  introductionProcessor.options.mdastPlugins.shift();
});
