import assert from "node:assert/strict";
import { test } from "node:test";
import { parseXml, XmlError } from "@rgrove/parse-xml";
import { formatMathml } from "./math-markup.ts";

/** The markup as a page may hold it; undefined where it may not. */
function format(markup: string): string | undefined {
  const { root } = parseXml(markup);
  return root === null ? undefined : formatMathml(root);
}

test("Elements that are not on the list have no place, wherever they stand.", () => {
  assert.equal(format("<math><mrow><mi>x</mi></mrow></math>"), "<math><mrow><mi>x</mi></mrow></math>");
  for (const inner of ["<script>x</script>", "<a href='x'>x</a>", "<img src='x'/>", "<maction><mi>x</mi></maction>"]) {
    assert.equal(format(`<math><mrow>${inner}</mrow></math>`), undefined, inner);
  }
});

test("Attributes that could run, load, point or style are left out.", () => {
  const attributes = `onclick="x" href="javascript:x" src="x" id="x" style="color:red;math-depth:0" class="evil tml-left" width="1em" height="calc(1)"`;
  assert.equal(format(`<mi ${attributes}>x</mi>`), '<mi width="1em" class="tml-left tml-d0">x</mi>');
});

test("What is neither element nor text has no place, and text stays text.", () => {
  assert.equal(format("<!--x--><mi>x<!--x--></mi>"), "<mi>x</mi>");
  assert.equal(format("<mrow><mi>x</mi><?run x?></mrow>"), undefined);
  assert.equal(format("<mtext>&lt;b&gt; &amp;amp;</mtext>"), "<mtext>&lt;b&gt; &amp;amp;</mtext>");
});

test("Markup that is not well formed is none.", () => {
  for (const markup of ["<math>", "<math></mrow>", "<mi>x</mi><mi>y</mi>", "x", "", "<mi x=y>x</mi>"]) {
    assert.throws(() => format(markup), XmlError, markup);
  }
});
