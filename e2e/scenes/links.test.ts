import assert from "node:assert/strict";
import test from "node:test";
import { findBrokenLinks, type LinkedSite, readAnchors } from "./links.ts";

/** A site of the given pages, and of files that link to nothing. */
function makeSite(texts: Record<string, string>, base = "/", others: string[] = []): LinkedSite {
  return {
    files: new Set([...Object.keys(texts), ...others]),
    texts: new Map(Object.entries(texts)),
    siteUrl: "https://offprint.example",
    base,
  };
}

function listFaults(site: LinkedSite): string[] {
  return findBrokenLinks(site).map(({ file, link, fault }) => `${file} ${link} ${fault}`);
}

test("Links to pages, files, anchors and other hosts are in order.", () => {
  const site = makeSite(
    {
      "index.html": `<a href="papers/2510.18821/#results">a</a> <a href='/papers/2510.18821.md'>b</a> <a href=#one id=one>c</a>
        <a href="https://arxiv.org/abs/1#x">d</a> <img srcset="/a.png 1x, b.png 2x"> <a href="mailto:a@b.example">e</a>
        <a href="?q=a&amp;b">f</a> <a href="https://offprint.example/papers/2510.18821/">g</a>`,
      "papers/2510.18821/index.html": '<h2 id="results">R</h2><a href="../../#one">back</a>',
    },
    "/",
    ["papers/2510.18821.md", "a.png", "b.png"],
  );
  assert.deepEqual(listFaults(site), []);
});

test("A link to no page, to no anchor, without its slash or out of the base path is named.", () => {
  const site = makeSite(
    {
      "index.html": '<a href="nowhere/">1</a><a href="a#x">2</a><a href="a/#x">3</a><a href="/a/">4</a>',
      "a/index.html": '<p id="y"></p><script src="gone.js"></script><a href="javascript:go()">5</a>',
    },
    "/digest/",
  );
  assert.deepEqual(listFaults(site), [
    "a/index.html gone.js leads to no file (a/gone.js)",
    "a/index.html javascript:go() has a scheme that no link here should have",
    "index.html /a/ leaves the base path /digest/",
    "index.html a#x lacks the slash at its end",
    "index.html a/#x names an anchor that a/index.html lacks (x)",
    "index.html nowhere/ leads to no file (nowhere/index.html)",
  ]);
});

test("A link stands once for each file, however often it is written.", () => {
  assert.equal(listFaults(makeSite({ "index.html": '<a href="x/">1</a><a href="x/">2</a>' })).length, 1);
});

test("Anchors are read past comments, scripts, odd spacing and entities.", () => {
  const text = `<!-- <a href="comment"> --><script>"<a href='script'>"</script><style>a[href="style"]{}</style>
    <a
      class="x" href = "one" disabled>1</a><br/><a HREF='two&#x3d;2&quot;' data-href="no">2</a><a name="old"></a>
    <svg><path d="M0 0>"/></svg><a title="a > b" href="three">3</a>`;
  const { links, ids } = readAnchors(text);
  assert.deepEqual(links, ["one", 'two=2"', "three"]);
  assert.deepEqual([...ids], ["old"]);
});
