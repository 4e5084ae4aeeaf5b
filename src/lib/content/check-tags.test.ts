import assert from "node:assert/strict";
import { test } from "node:test";
import { printSample } from "#scenes/checked-sample.ts";

test("A vocabulary with doubles, shared names, unknown parents and circles is told of each.", () => {
  const tags = `- { id: planning, label: Planning, description: x }
- { id: planning, label: Plans, description: x }
- { id: search, label: Search, description: x, aliases: [PLANNING], parent: planing }
- { id: a, label: A, description: x, parent: b }
- { id: b, label: B, description: x, parent: a }
- { id: c, label: C, description: x, aliases: [c], parent: c }
- { id: d, label: c, description: x, parent: a }
`;
  assert.equal(
    printSample({ "tags.yaml": tags }),
    `tags.yaml:2  planning.id: this topic stands twice
    found:   planning
    allowed: each once; it stands first in line 1
    mend:    take one of them out
tags.yaml:3  search.aliases: another topic has this name
    found:   planning
    allowed: each once; it stands first in line 1
    mend:    keep it with one of them
tags.yaml:3  search.parent: the wider topic is not in the vocabulary
    found:   planing
    allowed: nearest known: planning
    mend:    write: planning
tags.yaml:4  a.parent: a topic cannot lie within itself
    found:   b
    mend:    take one of the parents in the circle out
tags.yaml:5  b.parent: a topic cannot lie within itself
    found:   a
    mend:    take one of the parents in the circle out
tags.yaml:6  c.parent: a topic cannot lie within itself
    found:   c
    mend:    take one of the parents in the circle out
tags.yaml:7  d.label: another topic has this name
    found:   c
    allowed: each once; it stands first in line 6
    mend:    keep it with one of them`,
  );
});
