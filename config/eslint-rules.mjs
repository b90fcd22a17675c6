/** The few lint rules of this project that no package offers. Each is small enough to read in one look. */
import { relative } from 'node:path';
import { builtinRules } from 'eslint/use-at-your-own-risk';

const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Folders and files are named in kebab-case. */
const kebabCasePaths = {
  meta: { type: 'suggestion', schema: [], messages: { kebab: '文件与文件夹用 kebab-case 命名：{{part}}' } },
  create(context) {
    return {
      Program(node) {
        for (const part of relative(context.cwd, context.filename).split(/[\\/]/)) {
          if (!KEBAB.test(part)) context.report({ node, messageId: 'kebab', data: { part } });
        }
      },
    };
  },
};

/** Unfinished work names its issue (`TODO #12`); a switched-off rule says why (`-- because …`). */
const honestComments = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      todo: 'TODO / FIXME 要写上问题编号，如 TODO #12',
      disable: '关闭规则要说明理由：eslint-disable-next-line 规则 -- 理由',
    },
  },
  create(context) {
    const check = (comment) => {
      if (/\b(TODO|FIXME|XXX|HACK)\b(?!.*#\d)/.test(comment.value)) {
        context.report({ loc: comment.loc, messageId: 'todo' });
      }
      if (/^\s*(eslint-disable|@ts-(expect-error|ignore|nocheck))(?!.*-- \S)/.test(comment.value)) {
        context.report({ loc: comment.loc, messageId: 'disable' });
      }
    };
    return { Program: () => context.sourceCode.getAllComments().forEach(check) };
  },
};

const LOG_CALL = /^(console|log|logger)$/;
const isLogCall = ({ callee }) => {
  const names = [];
  for (let at = callee; at; at = at.object)
    names.push(at.type === 'MemberExpression' ? at.property.name : at.name);
  return !names.includes('Math') && names.some((name) => LOG_CALL.test(name ?? ''));
};

/** Nothing that tells who somebody is, or what they wrote, goes into a log line. */
const noPersonalFieldsInLogs = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { fields: { type: 'array', items: { type: 'string' } } } }],
    messages: { personal: '日志里不能出现个人信息字段：{{name}}' },
  },
  create(context) {
    const personal = new Set(context.options[0].fields);
    const report = (node, name) => {
      const insideLog = context.sourceCode.getAncestors(node).some((ancestor, index, chain) => {
        if (ancestor.type !== 'CallExpression' || !isLogCall(ancestor)) return false;
        return ancestor.arguments.includes(chain[index + 1] ?? node);
      });
      if (insideLog) context.report({ node, messageId: 'personal', data: { name } });
    };
    return {
      Identifier(node) {
        const { parent } = node;
        const isErrorName =
          parent.type === 'MemberExpression' && /^(error|cause)$/.test(parent.object.name ?? '');
        // `lead.id` says which lead; `lead` alone, or `lead.text`, says what is in it.
        const isOnlyTheWay = parent.type === 'MemberExpression' && parent.object === node;
        const isCallee = parent.type === 'CallExpression' && parent.callee === node;
        if (personal.has(node.name) && !isErrorName && !isOnlyTheWay && !isCallee) report(node, node.name);
      },
    };
  },
};

/** The core rule, except that the callback of describe() is a chapter, not a function. */
const coreMaxLines = builtinRules.get('max-lines-per-function');
const maxLinesPerFunction = {
  meta: coreMaxLines.meta,
  create(context) {
    const isChapter = ({ parent }) =>
      parent?.type === 'CallExpression' && /^describe/.test(context.sourceCode.getText(parent.callee));
    const report = (found) => (isChapter(found.node) ? undefined : context.report(found));
    return coreMaxLines.create(Object.create(context, { report: { value: report } }));
  },
};

/** What a module offers is introduced by a sentence saying what it promises and what it can refuse. */
const documentedExports = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { undocumented: '导出的函数 {{name}} 前要有一句说明（/** … */）：它保证什么、会拒绝什么' },
  },
  create(context) {
    const check = (node) => {
      const { declaration } = node;
      const named = declaration?.type === 'FunctionDeclaration' ? declaration : functionVariable(declaration);
      if (!named) return;
      const isDocumented = context.sourceCode
        .getCommentsBefore(overloadedFirst(node))
        .some(({ type, value }) => type === 'Block' && value.startsWith('*'));
      if (!isDocumented)
        context.report({ node, messageId: 'undocumented', data: { name: named.id?.name ?? 'default' } });
    };
    return { ExportNamedDeclaration: check };
  },
};

/** A one-line arrow reads like its own sentence. */
const isOneLine = ({ type, body, loc }) =>
  type === 'ArrowFunctionExpression' && body.type !== 'BlockStatement' && loc.start.line === loc.end.line;
const functionVariable = (declaration) =>
  declaration?.type === 'VariableDeclaration'
    ? declaration.declarations.find(
        ({ init }) => /^(ArrowFunction|Function)Expression$/.test(init?.type ?? '') && !isOneLine(init),
      )
    : undefined;

/** Overloads are introduced once, before the first of them. */
function overloadedFirst(node) {
  const siblings = node.parent.body;
  let index = siblings.indexOf(node);
  while (siblings[index - 1]?.declaration?.type === 'TSDeclareFunction') index -= 1;
  return siblings[index];
}

export const zhitong = {
  rules: {
    'kebab-case-paths': kebabCasePaths,
    'honest-comments': honestComments,
    'no-personal-fields-in-logs': noPersonalFieldsInLogs,
    'max-lines-per-function': maxLinesPerFunction,
    'documented-exports': documentedExports,
  },
};
