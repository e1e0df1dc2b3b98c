const AMBIENT_CALLS = {
  Date: new Set(['now']),
  Math: new Set(['random']),
  performance: new Set(['now', 'timeOrigin']),
  crypto: new Set(['randomUUID', 'getRandomValues']),
};

/** `shared/` gets time and chance as values (Clock, Random), so that a test can live through a year and repeat it. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { ambient: '{{what}} is ambient: a pure room takes a Clock or a Random as a value.' },
  },
  create(context) {
    const report = (node, what) => context.report({ node, messageId: 'ambient', data: { what } });
    const isGlobal = (identifier) => {
      const scope = context.sourceCode.getScope(identifier);
      const reference = scope.references.find((candidate) => candidate.identifier === identifier);
      const definitions = reference?.resolved?.defs ?? [];
      // `declare const performance: …` names the global, it does not make one.
      return definitions.every((definition) => definition.parent?.declare === true);
    };
    return {
      MemberExpression(node) {
        const { object, property } = node;
        const name = property.type === 'Identifier' && !node.computed ? property.name : property.value;
        if (object.type === 'Identifier' && AMBIENT_CALLS[object.name]?.has(name) && isGlobal(object)) {
          report(node, `${object.name}.${name}`);
        }
        if (object.type === 'Identifier' && object.name === 'Temporal' && name === 'Now')
          report(node, 'Temporal.Now');
      },
      NewExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && isGlobal(node.callee)) {
          report(node, 'new Date()');
        }
      },
      CallExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && isGlobal(node.callee)) {
          report(node, 'Date()');
        }
      },
    };
  },
};
