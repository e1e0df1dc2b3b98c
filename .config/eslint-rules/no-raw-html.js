const SINKS = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc', 'srcDoc']);

/** No HTML is rendered from data: what a seller imports is hostile. */
export default {
  meta: { type: 'problem', schema: [], messages: { sink: '{{name}} renders HTML from data.' } },
  create(context) {
    const report = (node, name) => context.report({ node, messageId: 'sink', data: { name } });
    return {
      JSXAttribute(node) {
        const name = node.name.name;
        if (name === 'dangerouslySetInnerHTML' || SINKS.has(name)) report(node, name);
      },
      Property(node) {
        const name = node.key.name ?? node.key.value;
        if (name === 'dangerouslySetInnerHTML') report(node, name);
      },
      MemberExpression(node) {
        const name = node.computed ? node.property.value : node.property.name;
        if (SINKS.has(name)) report(node, name);
        const onDocument = node.object.type === 'Identifier' && node.object.name === 'document';
        if (onDocument && (name === 'write' || name === 'writeln')) report(node, `document.${name}`);
        if (name === 'createContextualFragment') report(node, name);
      },
    };
  },
};
