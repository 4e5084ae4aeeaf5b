import assert from "node:assert/strict";
import { test } from "node:test";
import { harvestBibtex } from "./harvest.ts";
import { readJournalRef, readVenue } from "./publication.ts";

test("A venue is what accepted the paper, not a server of preprints nor a hope.", () => {
  assert.equal(readVenue({ journaltitle: "J. {Inv}." }), "J. Inv.");
  assert.equal(readVenue({ booktitle: "Proc. of Nowhere" }), "Proc. of Nowhere");
  assert.equal(readVenue({ journal: "Odd Letters (arXiv:3101.00007 [cs.CL])" }), "Odd Letters");
  assert.equal(readVenue({ journal: "Odd Letters, arXiv:math/0101007v2" }), "Odd Letters");
  assert.equal(readVenue({ journal: "CoRR", booktitle: "Proc. of Nowhere" }), "Proc. of Nowhere");
  for (const journal of [
    "arXiv preprint arXiv:3101.00007",
    "ArXiv e-prints",
    "CoRR",
    "bioRxiv",
    "Submitted to Nowhere 2031",
    "\\apjl",
    "",
  ]) {
    assert.equal(readVenue({ journal }), undefined, journal);
    assert.equal(readJournalRef({ journal, year: "2031" }), undefined, journal);
  }
});

test("A reference is made of what there is.", () => {
  const journal = "J. Inv.";
  for (const [fields, reference] of [
    [{ volume: "7", number: "2", pages: "1--9", year: "2031" }, "J. Inv. 7(2):1–9, 2031"],
    [{ volume: "7", pages: "1-9, 12", date: "2031-03" }, "J. Inv. 7:1–9, 12, 2031"],
    [{ volume: "7", pages: "12--", year: "2031" }, "J. Inv. 7:12, 2031"],
    [{ volume: "7", pages: "2-1--2-10", year: "2031" }, "J. Inv. 7:2-1–2-10, 2031"],
    [{ pages: "e12", year: "2031" }, "J. Inv., pages e12, 2031"],
    [{ number: "2", year: "March 2031" }, "J. Inv. (2), 2031"],
    [{ year: "to appear" }, "J. Inv."],
  ] as const) {
    assert.equal(readJournalRef({ journal, ...fields }), reference);
  }
});

/** What entries of a file say of their publication. */
function publish(entry: string) {
  const { facts } = harvestBibtex({
    file: "a.bib",
    text: entry.replace("{a,", "{a, title = {A},"),
    retrieved: "2031-12-31",
  });
  return facts[0]?.publication;
}

test("Pages, volume, publisher, editors and series are facts of a publication.", () => {
  assert.deepEqual(
    publish(`@inproceedings{a, booktitle = {Proceedings of the Odd Meeting}, series = {Odd Notes},
      editor = {Ed, Itor and de Vise, Re}, pages = {362--372}, volume = {202}, year = 2017, month = nov, publisher = {Odd \\& Sons}}`),
    {
      type: "inproceedings",
      year: "2017",
      series: "Odd Notes",
      volume: "202",
      pages: "362–372",
      editors: ["Itor Ed", "Re de Vise"],
      publisher: "Odd & Sons",
    },
  );
  assert.deepEqual(publish("@phdthesis{a, school = {Odd School}, year = 2017}"), {
    type: "phdthesis",
    year: "2017",
    school: "Odd School",
  });
  assert.equal(publish("@thesis{a, type = {Master's thesis}, institution = {Odd School}}")?.type, "mastersthesis");
  assert.equal(publish("@report{a, institution = {Odd School}, number = {R-7}}")?.number, "R-7");
  assert.equal(publish("@book{a, publisher = {Odd & Sons}, year = 2017}")?.publisher, "Odd & Sons");
});

test("Edition, chapter, place and the book's and journal's numbers are facts; an article's number stands for pages, who held it for a publisher.", () => {
  assert.deepEqual(
    publish(`@inbook{a, booktitle = {Odd Book}, edition = {Second}, chapter = 7, address = {Odd Town},
      isbn = {978-0-00-000000-2}, issn = {0000-0019}, organization = {Odd Society}, articleno = {12}, eid = {e13}}`),
    {
      type: "incollection",
      chapter: "7",
      pages: "e13",
      edition: "Second",
      publisher: "Odd Society",
      address: "Odd Town",
      isbn: "978-0-00-000000-2",
      issn: "0000-0019",
    },
  );
  assert.deepEqual(
    publish("@book{a, publisher = {Odd}, organization = {Even}, location = {Odd Town}, pages = {1--9}}"),
    {
      type: "book",
      pages: "1–9",
      publisher: "Odd",
      address: "Odd Town",
    },
  );
  assert.equal(publish("@article{a, journal = {Odd Letters}, articleno = {12}}")?.pages, "12");
});

test("A place in a volume is kept where the journal is not named.", () => {
  const place = { type: "article", year: "2017", volume: "7", pages: "1–9" };
  assert.deepEqual(publish("@article{a, year = 2017, volume = 7, pages = {1--9}}"), place);
  assert.deepEqual(publish("@article{a, journal = {\\oddj}, year = 2017, volume = 7, pages = {1--9}}"), place);
  assert.equal(publish("@article{a, journal = {Submitted to Odd Letters}, pages = {1--9}}"), undefined);
  assert.equal(publish("@misc{a, pages = {1--9}}"), undefined);
});

test("A conference that is called a journal is one, unless it has issues.", () => {
  const journal = "Advances in neural information processing systems";
  assert.equal(publish(`@article{a, journal = {${journal}}, volume = {30}, year = {2017}}`)?.type, "inproceedings");
  assert.equal(publish("@article{a, journal = {SIGIR Forum}, volume = {30}, number = {2}}")?.type, "article");
  assert.equal(readJournalRef({ journal, volume: "30" }), undefined);
});

test("A preprint has no publication, and an id of arXiv's is no page.", () => {
  assert.equal(publish("@misc{a, publisher = {arXiv}, year = 2023, number = {arXiv:2307.00001}}"), undefined);
  assert.equal(publish("@article{a, journal = {CoRR}, volume = {abs/2307.00001}, year = 2023}"), undefined);
  assert.equal(publish("@misc{a, journal = {Odd Letters}, pages = {arXiv:2307.00001}}")?.pages, undefined);
});
