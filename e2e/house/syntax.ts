/** TypeScript as its own compiler reads it: imports, and declarations without a comment. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { CodeFile } from "./sources.ts";

/** One import or re-export. */
export interface ImportLine {
  /** What it names, such as `#lib/dates.ts`. */
  specifier: string;
  /** Line in the file, from 1. */
  line: number;
  /** Whether only types come in, so that nothing is loaded. */
  isType: boolean;
}

/** The script of a file: all of a .ts file; front matter and `<script>` of an .astro file, other lines empty. */
export function extractScript({ path, text }: CodeFile): string {
  if (!path.endsWith(".astro")) return text;
  const scripts = [...text.matchAll(/^---\n([\s\S]*?)\n---|<script>\n?([\s\S]*?)<\/script>/g)];
  let script = "";
  for (const match of scripts) {
    const code = match[1] ?? match[2] ?? "";
    const start = match.index + match[0].indexOf(code);
    script += text.slice(script.length, start).replace(/[^\n]/g, " ") + code;
  }
  return script;
}

const parsed = new WeakMap<CodeFile, ts.SourceFile>();

/** Reading takes most of the time, so a file is read once for all rules. */
function parse(file: CodeFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const source = ts.createSourceFile(file.path, extractScript(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  parsed.set(file, source);
  return source;
}

/** All imports of a file, re-exports and `import()` among them, in their order. */
export function listImports(file: CodeFile): ImportLine[] {
  const source = parse(file);
  const imports: ImportLine[] = [];
  const visit = (node: ts.Node): void => {
    const [name, isType] = readImport(node);
    if (name !== undefined && ts.isStringLiteralLike(name)) {
      const line = source.getLineAndCharacterOfPosition(name.getStart()).line + 1;
      imports.push({ specifier: name.text, line, isType });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** What a node imports, if it does, and whether only types. */
function readImport(node: ts.Node): [name: ts.Node | undefined, isType: boolean] {
  if (ts.isImportDeclaration(node)) {
    const { importClause: clause } = node;
    const named = clause?.namedBindings;
    const isEachType =
      clause?.name === undefined &&
      named !== undefined &&
      ts.isNamedImports(named) &&
      named.elements.length > 0 &&
      named.elements.every(({ isTypeOnly }) => isTypeOnly);
    return [node.moduleSpecifier, clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || isEachType];
  }
  if (ts.isExportDeclaration(node)) return [node.moduleSpecifier, node.isTypeOnly];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return [node.argument.literal, true];
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return [node.arguments[0], false];
  }
  return [undefined, false];
}

/** Names that a file declares and exports; what it only hands on from another is that one's. */
export function listExportedNames(file: CodeFile): string[] {
  return listExports(parse(file)).flatMap((statement) => nameDeclaration(statement).split(", "));
}

/** Names of the types that TypeScript has for everybody, such as `Record` and `Partial`. */
export function listUtilityTypes(): string[] {
  const path = fileURLToPath(import.meta.resolve("typescript/lib/lib.es5.d.ts"));
  return [...readFileSync(path, "utf8").matchAll(/^(?:type|interface) (\w+)/gm)].map(([, name = ""]) => name);
}

function listExports(source: ts.SourceFile): ts.Statement[] {
  return source.statements.filter((node) => ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(isExport));
}

/** Exported functions, classes, types and constants, and fields of exported interfaces, that have no doc comment. */
export function listUndocumented(file: CodeFile): string[] {
  const source = parse(file);
  const found: string[] = [];
  const report = (node: ts.Node, name: string) => {
    if (ts.getJSDocCommentsAndTags(node).length > 0) return;
    found.push(`${file.path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}  ${name}`);
  };
  for (const statement of listExports(source)) {
    report(statement, nameDeclaration(statement));
    if (!ts.isInterfaceDeclaration(statement)) continue;
    for (const member of statement.members) {
      if (ts.isPropertySignature(member)) report(member, `${statement.name.text}.${member.name.getText()}`);
    }
  }
  return found;
}

function isExport({ kind }: ts.ModifierLike): boolean {
  return kind === ts.SyntaxKind.ExportKeyword;
}

function nameDeclaration(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText()).join(", ");
  }
  const { name } = statement as { name?: ts.Identifier };
  return name?.text ?? "default";
}
