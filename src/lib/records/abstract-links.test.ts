import assert from "node:assert/strict";
import { test } from "node:test";
import { findAbstractLinks } from "./abstract-links.ts";

test("Code that an abstract calls the authors' own is found, however its address is written.", () => {
  const address = "https://github.com/quay7/harbour-2";
  for (const text of [
    "Code is available at https://github.com/quay7/harbour-2.",
    "Our code will be made publicly available at https://github.com/quay7/harbour-2",
    "We sort ships. Code: https://github.com/quay7/harbour-2",
    "We sort ships (code: https://github.com/quay7/harbour-2).",
    "We sort ships. https://github.com/quay7/harbour-2",
    "We sort ships.https://github.com/quay7/harbour-2",
    "The code is released at [https://github.com/quay7/harbour-2].",
    "The codes can be found in https://github.com/quay7/harbour-2.git.",
    "Our implementation is at <https://github.com/quay7/harbour-2>;",
    "Code is available at https://github.com/quay7/harbour-2{this URL}.",
    "Code and data are available at github.com/quay7/harbour-2.",
    "Code is available at https://github.com/\nquay7/harbour-2.",
    "Code is available at\nhttps://github. com/quay7/harbour-2 .",
    "Code is available at https://github.com/quay7/ harbour-2.",
    "We introduce Harbour, a sorter of ships (https://github.com/quay7/harbour-2).",
    "An open source implementation of our method is available (https://github.com/quay7/harbour-2).",
    "Data are at https://github.com/quay7/waves and code is available at https://github.com/quay7/harbour-2.",
    "We build on https://github.com/pier/crane and release our code at https://github.com/quay7/harbour-2.",
    "Our code, built on top of Crane, is available at https://github.com/quay7/harbour-2.",
    "Data and code are available on https://huggingface.co/datasets/quay7/ships and https://github.com/quay7/harbour-2.",
  ]) {
    assert.equal(findAbstractLinks(text).code, address, text);
  }
  for (const other of [
    "https://gitlab.com/quay7/harbour",
    "https://gitlab.inria.example/quay7/harbour",
    "https://bitbucket.org/quay7/harbour",
    "https://codeberg.org/quay7/harbour",
    "https://anonymous.4open.science/r/harbour-12",
    "https://huggingface.co/spaces/quay7/harbour",
    "https://huggingface.co/datasets/quay7/harbour",
    "https://github.com/quay7/harbour/tree/main/ships",
  ]) {
    assert.equal(findAbstractLinks(`We sort ships. Our code is available at ${other}.`).code, other);
  }
});

test("What is not the paper's own code is no code link.", () => {
  for (const text of [
    "We build on https://github.com/pier/crane.",
    "Our work is based on https://github.com/pier/crane, which sorts ships.",
    "We use the code at https://github.com/pier/crane to sort ships.",
    "We use the publicly available code of Crane (https://github.com/pier/crane).",
    "The model is fine-tuned using https://github.com/pier/crane.",
    "We evaluate on Waves (https://github.com/pier/waves) and on tides.",
    "Our method extends https://github.com/pier/crane.",
    "Adapted from https://github.com/pier/crane, our sorter is fast.",
    "The dataset is available at https://huggingface.co/datasets/quay7/ships.",
    "The model is at https://huggingface.co/quay7/harbour.",
    "Code is available at https://github.com/.",
    "Project page: https://quay7.github.io/harbour.",
    "Code will be released.",
    "See https://arxiv.org/abs/3101.00007 for the code.",
  ]) {
    assert.equal(findAbstractLinks(text).code, undefined, text);
  }
});

test("A project page is found where the abstract calls it one, or where it is a page of the authors.", () => {
  for (const [text, project] of [
    ["Project page: https://quay7.github.io/harbour/.", "https://quay7.github.io/harbour/"],
    ["The project website is available at https://harbour.example/ships.", "https://harbour.example/ships"],
    ["Code is available on our project page at https://harbour.example/ships.", "https://harbour.example/ships"],
    ["Videos are at https://quay7.github.io/harbour.", "https://quay7.github.io/harbour"],
    ["A video is at https://youtu.be/quay7.", undefined],
    ["We use the ships of https://harbour.example/ships.", undefined],
    ["Homepage: https://quay7.github.io/, code: https://github.com/quay7/harbour", "https://quay7.github.io/"],
  ] as const) {
    assert.equal(findAbstractLinks(text).project, project, text);
  }
});
