const RUNNERS = new Set(['test', 'it', 'describe', 'suite', 'bench']);
const BANNED = new Set(['skip', 'only', 'todo', 'fails']);

/** What Playwright reads off a page as it stands at that very instant, without waiting for it. */
const READS = new Set([
  ...['allInnerTexts', 'allTextContents', 'count', 'getAttribute', 'innerText', 'inputValue', 'isChecked'],
  ...['isDisabled', 'isEnabled', 'isHidden', 'isVisible', 'textContent'],
]);

/** The key of an act, alone or with what is held beside it: a letter or a sign. Taking all and pasting are the browser's own. */
const ACT_KEY = /^(?!Control(OrMeta)?\+[AVav]$)(\w+\+)*.$/u;

/**
 * A test that is skipped, alone, or waits by the clock proves nothing. `skipIf` with its reason stays allowed.
 *
 * With `pages`, nor does one that judges a page before it has come to rest: it passes on a quick machine and fails on a slow one.
 * Nor does a key that was pressed before the screen offered its act: nothing comes of it, and nothing says so.
 */
export default {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { pages: { type: 'boolean' } }, additionalProperties: false }],
    defaultOptions: [{}],
    messages: {
      banned: '{{name}} has no place in a committed test.',
      hasty: 'A page is still changing: expect.poll(() => ….{{name}}()) waits for what it will say.',
      early:
        'A screen may not offer its act yet: pressAct(desk, …) presses its key once the screen has come to rest.',
    },
  },
  create(context) {
    const [{ pages = false }] = context.options;
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
      'CallExpression[callee.name="expect"] > AwaitExpression > CallExpression > MemberExpression.callee'({
        property,
      }) {
        if (pages && READS.has(property.name))
          context.report({ node: property, messageId: 'hasty', data: { name: property.name } });
      },
      'CallExpression[callee.property.name="press"] > Literal.arguments'(node) {
        if (pages && typeof node.value === 'string' && ACT_KEY.test(node.value))
          context.report({ node, messageId: 'early' });
      },
    };
  },
};
