import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { buildHtml, Html, writeHtml } from "./markup.ts";

test("Texts and attributes stay what they are, whatever they hold; HTML of ours is put in as it is.", () => {
  const hostile = `<script>alert("1")</script> & 'x'`;
  const safe = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;";
  assert.equal(buildHtml("p", { title: hostile }, hostile).text, `<p title="${safe}">${safe}</p>`);
  assert.equal(buildHtml("p", {}, buildHtml("b", {}, "x"), new Html("<i>y</i>")).text, "<p><b>x</b><i>y</i></p>");
  fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(writeHtml([text]))));
});

test("What is undefined or false leaves nothing; true is an empty attribute; a break has no end.", () => {
  const html = buildHtml("p", { id: undefined, hidden: true, dir: false }, undefined, false, buildHtml("br", {})).text;
  assert.equal(html, "<p hidden><br></p>");
});
