/** Search for people, organisations and papers by name, as these are written elsewhere. */
import { expect, test } from "./fixtures.ts";
import { casesTest } from "./pages.ts";
import { SearchPage } from "./search-page.ts";

for (const name of ["A. Kumar", "Kumar A", "Kumar, A.", "Kumar, Aviral", "kumar aviral"]) {
  test(`${name} names an author, whose papers come first.`, async ({ page }) => {
    const search = new SearchPage(page);
    await search.open(name);
    await expect(search.reading).toHaveText("The first paper is by Aviral Kumar.");
    await expect(search.entries.first()).toContainText("Aviral Kumar");
  });
}

test("Initials that fit several authors name them all.", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("J. Chen");
  await expect(search.reading).toHaveText(
    /^The first \d+ papers are by J\w+ Chen(?:, J\w+ Chen)* and (?:J\w+ Chen|\d+ others)\.$/,
  );
});

test("A name with a wrong letter leads to the author who was meant.", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("Avrial Kumar");
  await search.expectAnswer(() => page.getByRole("link", { name: "Aviral Kumar", exact: true }).click());
  await expect(search.field).toHaveValue("Aviral Kumar");
  await expect(search.reading).toHaveText("The first paper is by Aviral Kumar.");
});

casesTest("An organisation's papers come first by an alias, and by its name as one word.", async ({ page }) => {
  const search = new SearchPage(page);
  for (const name of ["quarry-lab-old", "quarrylab", "THE QUARRY LABORATORY", "quarry laboratory"]) {
    await search.open(name);
    await expect(search.reading).toHaveText(/^The first \d papers are by The Quarry Laboratory\.$/);
    await expect(search.reading.getByRole("link")).toHaveAttribute("href", /\/organizations\/quarry-lab\/$/);
  }
});

casesTest("A person's papers under all their names are found by each.", async ({ page }) => {
  const search = new SearchPage(page);
  for (const name of ["Una Certain", "Certain, Una", "U. Certain"]) {
    await search.open(name);
    await expect(search.reading).toHaveText(/^The first \d papers are by Una Certain\.$/);
  }
});

for (const form of [
  "10.5555/edge.two-editions",
  "see https://doi.org/10.5555/Edge.Two-Editions.",
  "arXiv:2604.90016 [cs.CL]",
]) {
  casesTest(`${form} goes straight to its paper, whose own id is arXiv's.`, async ({ page }) => {
    const search = new SearchPage(page);
    await search.openEmpty();
    await search.ask(form);
    await expect(search.count).toHaveText("1 paper");
    await search.field.press("Enter");
    await expect(page).toHaveURL(/\/papers\/2604\.90016\/$/);
  });
}
