import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

interface AtSignOptions {
  /** Called in place of writing the sign. */
  onAtSign: () => void;
}

/** `@` asks for a fact instead of being written; after another `@` or inside a word (an address) it is a letter. */
export const AtSign = Extension.create<AtSignOptions>({
  name: 'atSign',
  addOptions() {
    return { onAtSign: () => undefined };
  },
  addProseMirrorPlugins() {
    const { onAtSign } = this.options;
    return [
      new Plugin({
        props: {
          handleTextInput(view, from, to, text) {
            if (text !== '@' && text !== '＠') return false;
            const { parent, parentOffset } = view.state.doc.resolve(from);
            if (parent.type.name !== 'paragraph') return false;
            const before = parent.textBetween(Math.max(0, parentOffset - 1), parentOffset, '', ' ');
            if (/[A-Za-z0-9@_-]/.test(before) || from !== to) return false;
            onAtSign();
            return true;
          },
        },
      }),
    ];
  },
});
