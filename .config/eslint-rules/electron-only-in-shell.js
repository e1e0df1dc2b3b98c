const SHELL_PACKAGES = new Set(['electron', 'electron-store']);

/** Importing `electron` under plain Node starts a download and throws, so only the shell may load it by value. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { shellOnly: "'{{name}}' is loaded only in main/hosts/electron; elsewhere use `import type`." },
  },
  create(context) {
    const report = (node, name) => {
      if (SHELL_PACKAGES.has(String(name).split('/')[0])) {
        context.report({ node, messageId: 'shellOnly', data: { name: String(name) } });
      }
    };
    return {
      ImportDeclaration(node) {
        const typesOnly =
          node.importKind === 'type' ||
          (node.specifiers.length > 0 &&
            node.specifiers.every((specifier) => specifier.importKind === 'type'));
        if (!typesOnly) report(node, node.source.value);
      },
      ExportNamedDeclaration(node) {
        if (node.source && node.exportKind !== 'type') report(node, node.source.value);
      },
      ExportAllDeclaration(node) {
        if (node.exportKind !== 'type') report(node, node.source.value);
      },
      ImportExpression(node) {
        if (node.source.type === 'Literal') report(node, node.source.value);
      },
      CallExpression(node) {
        const [argument] = node.arguments;
        if (
          node.callee.type === 'Identifier' &&
          node.callee.name === 'require' &&
          argument?.type === 'Literal'
        ) {
          report(node, argument.value);
        }
      },
    };
  },
};
