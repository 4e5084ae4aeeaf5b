import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSER, CLOCK, INLINE_STYLE, RAW_ADDRESS } from "./patterns.ts";

test("An address written out is found; one from routes, to a place on the page or to another host is not.", () => {
  for (const text of ['<a href="/tags/">', "<a href={`/tags/$" + "{id}/`}>", '{ href: "/about/" }', 'src="/x.js"']) {
    assert.match(text, RAW_ADDRESS);
  }
  for (const text of ["<a href={routes.tags()}>", '<a href="#cite">', 'href="https://a.org/"', 'href="//a.org/"']) {
    assert.doesNotMatch(text, RAW_ADDRESS);
  }
});

test("The clock and chance are found; a date made from content is not.", () => {
  for (const text of ["new Date()", "new Date;", "Date()", "Date.now()", "Math.random()"]) assert.match(text, CLOCK);
  for (const text of ["new Date(day)", "toDate(day)", "isDate()", "(date: Date)"]) assert.doesNotMatch(text, CLOCK);
});

test("What only a browser has is found; a document of our own is not.", () => {
  for (const text of ["window.scrollTo(0, 0)", "document.querySelector(x)", 'localStorage["theme"]']) {
    assert.match(text, BROWSER);
  }
  for (const text of ["document.data.lead", "the reader's browser window"]) assert.doesNotMatch(text, BROWSER);
});

test("An inline style is found; a style sheet is not.", () => {
  assert.match('<p style="color: red">', INLINE_STYLE);
  assert.match("<p style={x}>", INLINE_STYLE);
  assert.doesNotMatch('<link rel="stylesheet" href={x}> the style of a text', INLINE_STYLE);
});
