import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';
import { INSERTED, type Text } from './measure';

const HAN = /\p{Script=Han}/u;

/** Every text with Chinese in it that a module holds, by its syntax: no comment, no import. Only inside `names`, if given. */
export function textsOfModule(root: string, path: string, names?: ReadonlySet<string>): Text[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: Text[] = [];
  const add = (node: ts.Node, text: string): void => {
    if (!HAN.test(text)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    texts.push({ text: text.trim(), file: relative(root, path), line: line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (names && ts.isVariableStatement(node) && !declares(node, names)) return;
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) add(node, node.text);
    else if (ts.isTemplateExpression(node)) add(node, wordsOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

function declares(statement: ts.VariableStatement, names: ReadonlySet<string>): boolean {
  return statement.declarationList.declarations.some(
    ({ name }) => ts.isIdentifier(name) && names.has(name.text),
  );
}

const wordsOf = ({ head, templateSpans }: ts.TemplateExpression): string =>
  head.text + templateSpans.map(({ literal }) => INSERTED + literal.text).join('');

/** What a module imports to run, as written, with the names it takes; types are gone by then. */
export function importsOf(path: string): { from: string; names: string[] }[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    if (statement.importClause?.isTypeOnly) return [];
    const bindings = statement.importClause?.namedBindings;
    const names =
      bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
    return [{ from: statement.moduleSpecifier.text, names }];
  });
}
