/** Files and commands that the README and its like name. */

/** Files and folders named in Markdown: targets of links, paths in code spans, and the map of the tree. */
export function listNamedFiles(markdown: string): string[] {
  const fences = [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)];
  const maps = fences.filter(([, language]) => language === "").flatMap(([, , text = ""]) => readMap(text));
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, "");
  const links = [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target = ""]) => target);
  const spans = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, text = ""]) => text);
  return [...new Set([...links.filter((target) => !/^[a-z]+:/.test(target)), ...spans.filter(isPath), ...maps])];
}

/** Whether a code span means a file of the project: below one of its folders, or a file of settings at its top. */
function isPath(text: string): boolean {
  return (
    /^(content|src|bench|docs|e2e|public|\.github)\/[^<]*$/.test(text) || /^[A-Za-z.-]+\.(md|json|mjs)$/.test(text)
  );
}

/** Paths in a map of the tree: names at the start of a line, indented below their folder, before two spaces. */
function readMap(text: string): string[] {
  const folders: { indent: number; path: string }[] = [];
  return text.split("\n").flatMap((line) => {
    const [, space = "", names = ""] = /^( *)(\S+(?: \S+\/)*)/.exec(line) ?? [];
    if (names === "") return [];
    while ((folders.at(-1)?.indent ?? -1) >= space.length) folders.pop();
    const parent = folders.at(-1)?.path ?? "";
    const paths = names.split(" ").map((name) => parent + name);
    const [only] = paths;
    if (paths.length === 1 && only?.endsWith("/")) folders.push({ indent: space.length, path: only });
    return paths;
  });
}

/** Scripts of package.json that a text tells readers to run. */
export function listNamedScripts(markdown: string): string[] {
  const named = [...markdown.matchAll(/\bnpm (?:run ([a-z][\w:-]*)|(start|test)\b)/g)];
  return [...new Set(named.map(([, script, short]) => script ?? short ?? ""))];
}
