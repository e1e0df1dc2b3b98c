import type { JSONContent } from '@tiptap/react';
import type { Node } from '@tiptap/pm/model';
import { blocksOf, type Block, type Inline, type StatementSection } from '../../../shared/drafting/index.ts';

/** The name of the mark's node in the editor's schema. */
export const CITATION = 'citation';

/** The stored statement as the editor's document. An empty one is one empty paragraph. */
export function documentOf(sections: readonly StatementSection[]): JSONContent {
  const blocks = blocksOf(sections);
  const content = blocks.flatMap((block, index): JSONContent[] => {
    if (block.kind === 'paragraph') return [{ type: 'paragraph', content: block.inlines.flatMap(nodesOf) }];
    const heading = { type: 'heading', attrs: { level: 2 }, content: textOf(block.text) };
    // A heading with nothing under it yet gets a line to write on.
    return blocks[index + 1]?.kind === 'paragraph' ? [heading] : [heading, { type: 'paragraph' }];
  });
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

/** The editor's document as blocks, ready for `sectionsOf`. */
export function blocksOfDocument(document: Node): Block[] {
  const blocks: Block[] = [];
  document.forEach((node) => {
    blocks.push(
      node.type.name === 'heading'
        ? { kind: 'heading', text: node.textContent }
        : { kind: 'paragraph', inlines: inlinesOfNode(node) },
    );
  });
  return blocks;
}

/** What a paragraph of the editor holds: words and marks. */
export function inlinesOfNode(node: Node): Inline[] {
  const inlines: Inline[] = [];
  node.forEach((child) => {
    if (child.type.name === CITATION)
      inlines.push({ kind: 'citation', factId: String(child.attrs['factId']) });
    else if (child.isText) inlines.push({ kind: 'text', text: child.text ?? '' });
  });
  return inlines;
}

function nodesOf(inline: Inline): JSONContent[] {
  return inline.kind === 'text'
    ? textOf(inline.text)
    : [{ type: CITATION, attrs: { factId: inline.factId } }];
}

/** ProseMirror refuses an empty text node. */
function textOf(text: string): JSONContent[] {
  return text === '' ? [] : [{ type: 'text', text }];
}
