const RUNNERS = new Set(['test', 'it', 'describe', 'suite', 'bench']);
const BANNED = new Set(['skip', 'only', 'todo', 'fails']);

/** A test that is skipped, alone, or waits by the clock proves nothing. `skipIf` with its reason stays allowed. */
export default {
  meta: { type: 'problem', schema: [], messages: { banned: '{{name}} has no place in a committed test.' } },
  create(context) {
    return {
      MemberExpression(node) {
        if (node.property.type !== 'Identifier') return;
        const name = node.property.name;
        let root = node.object;
        while (root.type === 'MemberExpression' || root.type === 'CallExpression') {
          root = root.type === 'MemberExpression' ? root.object : root.callee;
        }
        const onRunner = root.type === 'Identifier' && RUNNERS.has(root.name);
        if ((onRunner && BANNED.has(name)) || name === 'waitForTimeout') {
          context.report({ node, messageId: 'banned', data: { name: `.${name}` } });
        }
      },
    };
  },
};
