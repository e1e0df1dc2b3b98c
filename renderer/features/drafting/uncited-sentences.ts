import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { uncitedRanges } from '../../../shared/drafting/index.ts';
import { inlinesOfNode } from './editor-document.ts';

const key = new PluginKey<DecorationSet>('uncited-sentences');

/** Paragraphs are values: one that did not change is not read again. */
const read = new WeakMap<Node, readonly { from: number; to: number }[]>();

/** Where, counted from the paragraph's inside, sentences stand that cite nothing. */
function uncitedIn(paragraph: Node): readonly { from: number; to: number }[] {
  const known = read.get(paragraph);
  if (known) return known;
  const ranges = uncitedRanges(inlinesOfNode(paragraph));
  const found = ranges.map(({ start, end }) => ({
    from: positionOf(paragraph, start, false),
    to: positionOf(paragraph, end, true),
  }));
  read.set(paragraph, found);
  return found;
}

/** The place of a character in a paragraph whose marks take a place of their own. */
function positionOf(paragraph: Node, offset: number, isEnd: boolean): number {
  let letters = 0;
  let position = 0;
  for (const child of paragraph.children) {
    const length = child.isText ? (child.text?.length ?? 0) : 0;
    const within = isEnd ? offset <= letters + length : offset < letters + length;
    if (child.isText && within) return position + offset - letters;
    letters += length;
    position += child.nodeSize;
  }
  return position;
}

function decorate(document: Node): DecorationSet {
  const decorations: Decoration[] = [];
  document.forEach((block, position) => {
    if (block.type.name !== 'paragraph') return;
    for (const { from, to } of uncitedIn(block)) {
      decorations.push(
        Decoration.inline(position + 1 + from, position + 1 + to, { class: 'uncited-sentence' }),
      );
    }
  });
  return DecorationSet.create(document, decorations);
}

/**
 * Marks sentences that point at nothing, quietly.
 *
 * While an input method composes, the marks only move along: redrawing around half-written characters would break them
 * off. They are read anew when the composition ends.
 */
export const UncitedSentences = Extension.create({
  name: 'uncitedSentences',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => decorate(state.doc),
          apply(transaction, old) {
            if (transaction.getMeta('composition') !== undefined) {
              return old.map(transaction.mapping, transaction.doc);
            }
            const again = transaction.docChanged || transaction.getMeta(key) === 'again';
            return again ? decorate(transaction.doc) : old;
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handleDOMEvents: {
            compositionend(view) {
              setTimeout(() => {
                if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, 'again'));
              }, 0);
              return false;
            },
          },
        },
      }),
    ];
  },
});
