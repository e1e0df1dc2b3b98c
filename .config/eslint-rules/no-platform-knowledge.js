import { basename } from 'node:path';
import { begunRuleIdIn, platformWordIn, platformWordInIdentifier } from './platform-words.js';

/** Text that stands in the source, put together with + or not; null where part of it is not known. */
function textOf(node) {
  if (node.type === 'Literal')
    return typeof node.value === 'string' ? node.value : String(node.regex?.pattern ?? '');
  if (node.type === 'TemplateLiteral')
    return node.quasis
      .map((part, index) => {
        const put = node.expressions[index];
        return (part.value.cooked ?? '') + (put === undefined ? '' : (textOf(put) ?? '\0'));
      })
      .join('');
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    return `${textOf(node.left) ?? '\0'}${textOf(node.right) ?? '\0'}`;
  }
  return null;
}

const isText = ({ type, operator }) =>
  type === 'TemplateLiteral' || (type === 'BinaryExpression' && operator === '+');

/** What a platform is called and what its rules say lives in packs, which a non-programmer can read and correct. */
export default {
  meta: {
    type: 'problem',
    schema: [
      { type: 'object', properties: { chatPrograms: { type: 'boolean' } }, additionalProperties: false },
    ],
    defaultOptions: [{}],
    messages: { knowledge: '"{{found}}" is platform knowledge: it belongs in shared/rulebook/packs.' },
  },
  create(context) {
    const [options] = context.options;
    const report = (node, found) => {
      if (found) context.report({ node, messageId: 'knowledge', data: { found } });
    };
    const check = (node, text) => report(node, platformWordIn(text, options));
    const checkName = (node) => report(node, platformWordInIdentifier(node.name, options));
    const checkText = (node) => {
      // A part of a longer text is looked at with all of it.
      if (isText(node.parent)) return;
      const text = textOf(node);
      if (text === null) return;
      check(node, text);
      if (text.includes('\0'))
        for (const piece of text.split('\0').slice(0, -1)) report(node, begunRuleIdIn(piece));
    };
    return {
      Program(node) {
        for (const comment of context.sourceCode.getAllComments()) check(comment, comment.value);
        report(node, platformWordIn(basename(context.filename), options));
      },
      Literal: checkText,
      TemplateLiteral: checkText,
      BinaryExpression: checkText,
      JSXText(node) {
        check(node, node.value);
      },
      Identifier: checkName,
      PrivateIdentifier: checkName,
      JSXIdentifier: checkName,
    };
  },
};
