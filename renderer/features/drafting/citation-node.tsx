import { mergeAttributes, Node } from '@tiptap/core';
import { NodeViewWrapper, ReactNodeViewRenderer, type NodeViewProps } from '@tiptap/react';
import { createContext, useContext } from 'react';
import type { Fact } from '../../../shared/facts/index.ts';
import { useText } from '../../ui/index.ts';
import { CITATION } from './editor-document.ts';

/** The facts that marks may point at, in their order. */
export const FactsContext = createContext<readonly Fact[]>([]);

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    citation: {
      /** Puts a mark that cites a fact where the cursor is. */
      insertCitation: (factId: string) => ReturnType;
    };
  }
}

function CitationChip({ node, selected }: NodeViewProps) {
  const t = useText();
  const facts = useContext(FactsContext);
  const index = facts.findIndex((fact) => fact.id === node.attrs['factId']);
  const fact = facts[index];
  const exhibits = [...new Set(fact?.citations.map((citation) => citation.exhibitNumber) ?? [])];
  const words = fact === undefined ? t('drafting:chip.gone') : t('drafting:chip', { number: index + 1 });
  const label = fact === undefined ? words : t('drafting:chip.label', { text: fact.text });
  return (
    <NodeViewWrapper
      as="span"
      className="citation-chip"
      data-selected={selected || undefined}
      data-gone={fact === undefined || undefined}
      title={fact?.text}
      data-drag-handle
    >
      <span className="visually-hidden">{label}</span>
      <span aria-hidden="true">
        {words}
        {exhibits.map((number) => (
          <span key={number} className="citation-chip-exhibit">
            {t('facts:exhibit', { number })}
          </span>
        ))}
      </span>
    </NodeViewWrapper>
  );
}

/** A mark in the text that cites a fact. One place wide; Backspace takes it away whole. */
export const CitationNode = Node.create({
  name: CITATION,
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes() {
    return { factId: { default: '', parseHTML: (element) => element.getAttribute('data-fact-id') ?? '' } };
  },
  parseHTML() {
    return [{ tag: 'span[data-fact-id]' }];
  },
  renderHTML({ node, HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { 'data-fact-id': String(node.attrs['factId']) })];
  },
  renderText() {
    return '';
  },
  addNodeView() {
    return ReactNodeViewRenderer(CitationChip);
  },
  addCommands() {
    return {
      insertCitation:
        (factId) =>
        ({ commands }) =>
          commands.insertContent({ type: CITATION, attrs: { factId } }),
    };
  },
});
