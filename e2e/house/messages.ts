/** What problems say, as the code that tells them has it. */
import ts from "typescript";
import type { CodeFile } from "./sources.ts";

/**
 * What is written as the message of a problem in a file, each as a pattern for the whole message: for fields named
 * `message`, and for what functions are given as their parameter of that name.
 */
export function listMessages({ path, text }: CodeFile): RegExp[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const parameters = new Map<string, number>();
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name !== undefined) {
      const index = node.parameters.findIndex(({ name }) => name.getText() === "message");
      if (index >= 0) parameters.set(node.name.text, index);
    }
    const isNamed = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
    if (isNamed && node.name.getText() === "message" && node.initializer !== undefined) found.push(node.initializer);
    node.forEachChild(visit);
  };
  visit(source);
  const visitCalls = (node: ts.Node): void => {
    const index = ts.isCallExpression(node) ? parameters.get(node.expression.getText()) : undefined;
    const given = index === undefined ? undefined : (node as ts.CallExpression).arguments[index];
    if (given !== undefined) found.push(given);
    node.forEachChild(visitCalls);
  };
  visitCalls(source);
  return found.flatMap(listPatterns);
}

/** The patterns of an expression: both branches of a choice; none of what is worked out elsewhere. */
function listPatterns(expression: ts.Expression): RegExp[] {
  if (ts.isConditionalExpression(expression)) {
    return [...listPatterns(expression.whenTrue), ...listPatterns(expression.whenFalse)];
  }
  if (ts.isStringLiteralLike(expression)) return [new RegExp(`^${RegExp.escape(expression.text)}$`)];
  if (!ts.isTemplateExpression(expression)) return [];
  const parts = [expression.head.text, ...expression.templateSpans.map(({ literal }) => literal.text)];
  return [new RegExp(`^${parts.map((part) => RegExp.escape(part)).join(".+")}$`)];
}
