import assert from "node:assert/strict";
import { test } from "node:test";
import { listNamedFiles, listNamedScripts } from "./named-files.ts";

const README = `# A
![Front](.github/front.png) and [licence](LICENSE), [the site](https://example.org/x), [below](#a).
Read \`src/lib/dates.ts\`, \`content/digests/<id>.md\`, \`package.json\`, \`dist/\`, \`/about/\` and \`PORT\`.

\`\`\`sh
npm ci && npm start
cat src/not-meant.ts
\`\`\`

\`\`\`
content/            truth
  papers/           records
  organizations.yaml  names
src/
  site.ts           settings, see src/other.ts
  lib/              pure
    content/        schemas
    editions/ tags/    one subject each
    routes.ts       addresses
  pages/ layouts/ components/    HTML
e2e/                tests
\`\`\`

\`npm run dev\`, \`npm run test:long\`, npm test and npm 11.
`;

test("Links, paths in code and the map of the tree name files; placeholders, addresses and commands do not.", () => {
  assert.deepEqual(listNamedFiles(README), [
    ".github/front.png",
    "LICENSE",
    "src/lib/dates.ts",
    "package.json",
    "content/",
    "content/papers/",
    "content/organizations.yaml",
    "src/",
    "src/site.ts",
    "src/lib/",
    "src/lib/content/",
    "src/lib/editions/",
    "src/lib/tags/",
    "src/lib/routes.ts",
    "src/pages/",
    "src/layouts/",
    "src/components/",
    "e2e/",
  ]);
});

test("Commands are those that npm runs.", () => {
  assert.deepEqual(listNamedScripts(README), ["start", "dev", "test:long", "test"]);
});
