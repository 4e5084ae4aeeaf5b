/** What people type, and what must happen, over the papers of 45 real days. */
import { hasText, hasWord, listIds, readDaysRecords } from "./days-records.ts";
import { expect } from "./fixtures.ts";
import { daysTest as test } from "./pages.ts";
import { SearchPage } from "./search-page.ts";

/** Questions as somebody asks who does not know the paper's own words, each with papers one of which must come early. */
const SENTENCES: readonly { question: string; papers: string[] }[] = [
  {
    question: "how do agents learn to search without supervision",
    papers: ["2607.07820", "2607.24280", "2608.05102"],
  },
  { question: "do readers prefer novels translated by people over machine translation", papers: ["2606.26040"] },
  { question: "when should a search agent ask the user what was meant", papers: ["2606.27669"] },
  { question: "is there a faster algorithm for multiplying matrices", papers: ["2608.16884"] },
  { question: "can simple linear models forecast time series as well as large ones", papers: ["2606.27282"] },
  { question: "run large language models on old second-hand graphics cards", papers: ["2608.14614"] },
  { question: "how stale may feedback be in on-policy distillation", papers: ["2606.24143"] },
  { question: "do agents know when to stop and abstain from acting", papers: ["2606.28733"] },
];

/** Words as they are counted, and questions that load other parts of the index before. */
const COUNTED_WORDS = [
  "diffusion",
  "tabular",
  "forecasting",
  "translation",
  "watermark",
  "fashion",
  "drone",
  "curriculum",
];
const OTHER_QUESTIONS = ["diff", "transfer learning", "time series forecast", "water", "table"];

test.describe("An arXiv id goes straight to its paper on Enter", () => {
  const forms = [
    "2606.24143",
    "arXiv:2606.24143v2",
    "https://arxiv.org/abs/2606.24143",
    "https://arxiv.org/pdf/2606.24143v1.pdf",
    "https://huggingface.co/papers/2606.24143",
  ];
  for (const form of forms) {
    test(`as ${form}.`, async ({ page }) => {
      const search = new SearchPage(page);
      await search.openEmpty();
      await search.field.fill(form);
      await search.field.press("Enter");
      await expect(page).toHaveURL(/\/papers\/2606\.24143\/$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^AsyncOPD/);
    });
  }
});

test("Enter counts that is pressed before the page's script is there.", async ({ page }) => {
  await page.route("**/_astro/search-app.*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  const search = new SearchPage(page);
  await search.openEmpty();
  await search.field.fill("2606.24143");
  await search.field.press("Enter");
  await expect(page).toHaveURL(/\/papers\/2606\.24143\/$/);
});

for (const name of ["Kaipeng Zhang", "ziwei liu", "Zhang Kaipeng"]) {
  test(`A full name, ${name}, names the author with the way to their page, and their papers come first.`, async ({
    page,
    site,
  }) => {
    const author = name === "ziwei liu" ? "Ziwei Liu" : "Kaipeng Zhang";
    const theirs = listIds(readDaysRecords(), ({ authors }) => authors.includes(author));
    const search = new SearchPage(page);
    await search.open(name);
    await expect(search.reading).toContainText(`The first ${theirs.length} papers are by ${author}.`);
    const link = search.reading.getByRole("link", { name: author });
    await expect(link).toHaveAttribute("href", `${site.base}authors/${author.toLowerCase().replace(" ", "-")}/`);
    expect((await search.readIds()).slice(0, theirs.length).sort()).toEqual(theirs);
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(author);
  });
}

for (const [typed, meant] of Object.entries({
  "reinforcment lerning": "reinforcement learning",
  transformr: "transformer",
})) {
  test(`“${typed}” is asked back as “${meant}”, and that link answers.`, async ({ page }) => {
    const search = new SearchPage(page);
    await search.open(typed);
    await expect(page.getByText("Did you mean")).toBeVisible();
    await search.expectAnswer(() => page.getByRole("link", { name: meant, exact: true }).click());
    await expect(search.field).toHaveValue(meant);
    expect((await search.readCount()).exact).toBeGreaterThan(10);
  });
}

for (const forms of [
  ["self-play", "self play", "selfplay"],
  ["multi-modal", "multi modal", "multimodal"],
  ["real-time", "real time", "realtime"],
  ["pre-training", "pre training", "pretraining"],
]) {
  const [form = ""] = forms;
  test(`${forms.join(", ")}: the same papers in the same order, and as many.`, async ({ page }) => {
    const answers: unknown[] = [];
    for (const question of forms) {
      const search = new SearchPage(page);
      await search.open(question);
      answers.push({ count: await search.readCount(), ids: await search.readIds() });
    }
    for (const answer of answers) expect.soft(answer).toEqual(answers[0]);
  });

  test(`${form}: papers that write it so come before those that have its parts apart.`, async ({ page }) => {
    const records = readDaysRecords();
    const whole = listIds(records, (record) => forms.some((text) => hasText(record, text)));
    const search = new SearchPage(page);
    await search.open(form);
    const first = (await search.readIds()).slice(0, whole.length);
    expect(first.filter((id) => !whole.includes(id))).toEqual([]);
  });
}

for (const [short, long] of Object.entries({
  moe: "mixture of experts",
  rlvr: "reinforcement learning with verifiable rewards",
  rlhf: "reinforcement learning from human feedback",
  vla: "vision language action",
})) {
  test(`${short} is tied to its long form, and papers with the long form only are found.`, async ({ page }) => {
    const spelled = listIds(readDaysRecords(), (record) => hasText(record, long));
    const search = new SearchPage(page);
    await search.open(short);
    await expect(search.reading).toContainText(`“${short}” is also “${long}”`);
    await search.showAll();
    const found = await search.readIds();
    expect(spelled.filter((id) => !found.includes(id))).toEqual([]);
  });
}

test("“diffusion transf” gives sensible papers at each pause in typing.", async ({ page }) => {
  const records = new Map(readDaysRecords().map((record) => [record.id, record]));
  const search = new SearchPage(page);
  await search.openEmpty();
  await search.field.focus();
  const question = "diffusion transf";
  for (const [index, letter] of [...question].entries()) {
    // A space asks nothing new.
    if (letter === " ") await page.keyboard.type(letter);
    else await search.expectAnswer(() => page.keyboard.type(letter));
    const typed = question.slice(0, index + 1);
    if (typed.length < 3) continue;
    const ids = (await search.readIds()).slice(0, 5);
    expect.soft(ids.length, `papers for “${typed}”`).toBe(5);
    const texts = ids.map((id) => JSON.stringify(records.get(id)).toLowerCase());
    for (const text of texts) {
      for (const word of typed.trim().split(" ")) expect.soft(text, `“${typed}”`).toMatch(new RegExp(`\\b${word}`));
    }
  }
});

for (const { question, papers } of SENTENCES) {
  test(`“${question}” finds its paper among the first five.`, async ({ page }) => {
    const search = new SearchPage(page);
    await search.open(question);
    const first = (await search.readIds()).slice(0, 5);
    expect(
      papers.some((id) => first.includes(id)),
      `one of ${papers.join(", ")} among ${first.join(", ")}`,
    ).toBe(true);
  });
}

for (const phrase of ["on-policy distillation", "test-time scaling", "credit assignment", "novel view synthesis"]) {
  test(`“${phrase}” in quotation marks finds the papers that have just this.`, async ({ page }) => {
    const expected = listIds(readDaysRecords(), (record) => hasText(record, phrase));
    const search = new SearchPage(page);
    await search.open(`"${phrase}"`);
    const { exact, isAtLeast } = await search.readCount();
    await search.showAll();
    expect((await search.readIds()).slice(0, exact).sort()).toEqual(expected);
    expect(isAtLeast).toBe(false);
  });
}

test("A word behind a minus sign keeps the papers out that have it, and no others.", async ({ page }) => {
  const expected = listIds(readDaysRecords(), (record) => hasWord(record, "translation") && !hasWord(record, "speech"));
  const search = new SearchPage(page);
  await search.open("translation -speech");
  await expect(search.reading).toContainText("Without papers that have “speech”.");
  const { exact } = await search.readCount();
  await search.showAll();
  expect((await search.readIds()).slice(0, exact).sort()).toEqual(expected);
});

test("The number of papers with a word is right, or is said to be the least.", async ({ page }) => {
  const records = readDaysRecords();
  const search = new SearchPage(page);
  for (const word of COUNTED_WORDS) {
    const papers = listIds(records, (record) => hasWord(record, word)).length;
    await search.open(word);
    const { exact, isAtLeast } = await search.readCount();
    if (isAtLeast) expect.soft(exact, word).toBeLessThanOrEqual(papers);
    else expect.soft(exact, word).toBe(papers);
  }
});

test("A word's number is the same whatever was asked before on the same page.", async ({ page }) => {
  const search = new SearchPage(page);
  const cold: unknown[] = [];
  for (const word of COUNTED_WORDS) {
    await search.open(word);
    cold.push([word, await search.readCount()]);
  }
  await search.openEmpty();
  for (const question of OTHER_QUESTIONS) await search.ask(question);
  const warm: unknown[] = [];
  for (const word of COUNTED_WORDS) {
    await search.ask(word);
    warm.push([word, await search.readCount()]);
  }
  expect(warm).toEqual(cold);
});
