/** How an SQL statement begins. A sentence such as "select a file from the list" must not look like one. */
const STATEMENTS = [
  /^\s*SELECT\s[\s\S]*\sFROM\s/,
  /^\s*select\s[\w*".,()?\s]+\sfrom\s+["\w.?]+\s*(?:;|$|(?:as\s+)?(?:where|order|group|limit|join|inner|left|on)\b)/i,
  /^\s*(?:insert\s+(?:or\s+\w+\s+)?|replace\s+)into\s+["\w.?]+\s*(?:\(|values|select|default)/i,
  /^\s*update\s+["\w.?]+\s+set\s/i,
  /^\s*delete\s+from\s+["\w.?]+\s*(?:;|$|where\b)/i,
  /^\s*create\s+(?:virtual\s+|temp(?:orary)?\s+)?table\s/i,
  /^\s*create\s+(?:unique\s+)?index\s+(?:if\s+not\s+exists\s+)?\S+\s+on\s/i,
  /^\s*create\s+(?:trigger\s+\S+\s+(?:before|after|instead)|view\s+\S+\s+as)\b/i,
  /^\s*(?:alter\s+table|drop\s+(?:table|index|trigger|view))\s/i,
  /^\s*(?:pragma\s+\w+|begin\s+(?:immediate|exclusive|deferred)|vacuum\s+into\s)/i,
  /^\s*with\s+(?:recursive\s+)?\w+[\s\S]*?\sas\s*\(\s*(?:select|values)\b/i,
];

/** Whether a call such as `database.exec('…')` is on something that looks like a database, not on a RegExp. */
const DATABASE_NAME = /^(?:db|database|sqlite|connection|handle|raw|writer|reader)$/i;

/** SQL lives in the repo.ts files of main/features and in main/workspace/sqlite, where a change of engine would look. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      statement: 'SQL belongs in main/features/*/…repo.ts or main/workspace/sqlite.',
      tag: 'The sql tag of kysely belongs in main/features/*/…repo.ts or main/workspace/sqlite.',
      raw: '`.{{name}}(` on a database belongs in main/features/*/…repo.ts or main/workspace/sqlite.',
      driver: 'better-sqlite3 is loaded only in main/workspace/sqlite.',
    },
  },
  create(context) {
    const checkText = (node, text) => {
      if (typeof text !== 'string') return;
      if (STATEMENTS.some((statement) => statement.test(text)))
        context.report({ node, messageId: 'statement' });
    };
    return {
      ImportDeclaration(node) {
        if (node.importKind === 'type') return;
        if (node.source.value === 'better-sqlite3') context.report({ node, messageId: 'driver' });
        if (node.source.value !== 'kysely') return;
        for (const specifier of node.specifiers) {
          const name = specifier.imported?.name;
          if (specifier.importKind !== 'type' && name === 'sql')
            context.report({ node: specifier, messageId: 'tag' });
        }
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
        const name = callee.property.name;
        if (name !== 'prepare' && name !== 'exec' && name !== 'pragma') return;
        const owner = callee.object.type === 'MemberExpression' ? callee.object.property : callee.object;
        const looksLikeDatabase = owner.type === 'Identifier' && DATABASE_NAME.test(owner.name);
        if (looksLikeDatabase) context.report({ node, messageId: 'raw', data: { name } });
      },
      Literal(node) {
        checkText(node, node.value);
      },
      TemplateLiteral(node) {
        checkText(node, node.quasis.map((quasi) => quasi.value.cooked ?? '').join('?'));
      },
    };
  },
};
