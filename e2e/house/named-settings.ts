/** Options, variables and commands that the documents name, and those that the code has. */
import ts from "typescript";
import type { CodeFile } from "./sources.ts";

/** Options of ours named in a text, without their hyphens: `--clean` in a code span or a block of code is `clean`; those of other programs stand behind `npx`. */
export function listNamedOptions(markdown: string): string[] {
  const code = [...markdown.matchAll(/^```\w+\n[\s\S]*?^```|`[^`\n]+`/gm)].map(([text]) =>
    text.replace(/\bnpx [^`\n]*/g, ""),
  );
  const options = code.flatMap((text) => [...text.matchAll(/(?<![\w-])--([a-z][\w-]*)/g)].map(([, name = ""]) => name));
  return [...new Set(options)];
}

/** Variables of the environment named in a text: code spans in capitals, such as `PORT`, also before `=`. */
export function listNamedVariables(markdown: string): string[] {
  const spans = [...markdown.matchAll(/(?<=`)([A-Z][A-Z0-9_]*)(?=`)|\b([A-Z][A-Z0-9_]*)(?==\S)/g)];
  return [...new Set(spans.map(([, whole, set]) => whole ?? set ?? ""))].filter((name) => name.length > 3);
}

/** Commands named in a text with the tool they belong to: `digest import`, `bench build`. */
export function listNamedCommands(markdown: string): string[] {
  const calls = [...markdown.matchAll(/\bnpm run (digest|bench) --\s+([a-z][\w-]*)/g)];
  return [...new Set(calls.map(([, tool, command]) => `${tool} ${command}`))];
}

/**
 * Options that a file has read: the keys of the object called `options` that `parseArgs` is given, of that which `readArgs`
 * and `readOptions` are given, of what is spread into it, and of constants of options for other files, `…_FLAGS`.
 */
export function listReadOptions({ path, text }: CodeFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const constants = new Map<string, ts.Expression>();
  const found = new Set<string>();
  const collect = (value: ts.Expression | undefined): void => {
    if (value === undefined) return;
    if (ts.isAsExpression(value)) collect(value.expression);
    if (ts.isIdentifier(value)) collect(constants.get(value.text));
    if (!ts.isObjectLiteralExpression(value)) return;
    for (const property of value.properties) {
      if (ts.isSpreadAssignment(property)) collect(property.expression);
      else if (property.name !== undefined && "text" in property.name) found.add(property.name.text);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      constants.set(node.name.getText(), node.initializer);
      if (node.name.getText().endsWith("_FLAGS")) collect(node.initializer);
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === "options") collect(node.initializer);
    if (ts.isCallExpression(node) && /^read(Args|Options)$/.test(node.expression.getText())) collect(node.arguments[1]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}

/** Variables of the environment that a file reads by their names. */
export function listReadVariables({ text }: CodeFile): string[] {
  const reads = text.matchAll(/\b(?:env|environment)(?:\??\.|\[")([A-Z][A-Z0-9_]*)|\bvariable: "([A-Z][A-Z0-9_]*)"/g);
  return [...new Set([...reads].map(([, read, named]) => read ?? named ?? ""))];
}
