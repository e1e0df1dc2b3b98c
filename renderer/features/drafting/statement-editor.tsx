import { RichTextEditor } from '@mantine/tiptap';
import { Placeholder } from '@tiptap/extensions';
import { useEditor, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { getNonce } from 'get-nonce';
import { Heading, Quote, Redo2, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { sectionsOf, type StatementSection } from '../../../shared/drafting/index.ts';
import { useText } from '../../ui/index.ts';
import { AtSign } from './at-sign.ts';
import { CitationNode } from './citation-node.tsx';
import { blocksOfDocument, documentOf } from './editor-document.ts';
import { FactPicker } from './fact-picker.tsx';
import { UncitedSentences } from './uncited-sentences.ts';

/** How a fact is dragged from the list into the text. */
export const FACT_DRAG_TYPE = 'application/x-appealdesk-fact';

interface StatementEditorProps {
  /** Shown anew whenever this value is another one; never while it is only what was written here. */
  readonly sections: readonly StatementSection[];
  readonly onChange: (sections: readonly StatementSection[]) => void;
  /** What the text is, for those who hear it, and what stands where nothing is written. */
  readonly label: string;
  readonly placeholder: string;
  /** Whether every sentence is to cite a fact; those that do not are underlined. */
  readonly cites: boolean;
  readonly editorRef: RefObject<Editor | null>;
}

/** Writes the statement: headings, paragraphs, and marks that cite facts. */
export function StatementEditor(props: StatementEditorProps) {
  const { sections, onChange, label, placeholder, cites, editorRef } = props;
  const t = useText();
  const [picking, setPicking] = useState<{ left: number; top: number } | null>(null);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  }, [onChange]);
  const headingPlaceholder = t('drafting:heading');
  const host = useRef<HTMLDivElement>(null);
  const pick = useRef((): void => undefined);
  const nonce = getNonce();
  const editor = useEditor(
    {
      extensions: [
        StarterKit.configure({
          blockquote: false,
          bold: false,
          bulletList: false,
          code: false,
          codeBlock: false,
          hardBreak: false,
          heading: { levels: [2] },
          horizontalRule: false,
          italic: false,
          link: false,
          listItem: false,
          listKeymap: false,
          orderedList: false,
          strike: false,
          trailingNode: false,
          underline: false,
        }),
        Placeholder.configure({
          placeholder: ({ node }) => (node.type.name === 'heading' ? headingPlaceholder : placeholder),
        }),
        CitationNode,
        ...(cites ? [UncitedSentences] : []),
        AtSign.configure({ onAtSign: () => pick.current() }),
      ],
      content: documentOf(sections),
      ...(nonce === undefined ? {} : { injectNonce: nonce }),
      editorProps: {
        attributes: {
          'aria-label': label,
          'aria-multiline': 'true',
          role: 'textbox',
          class: 'statement-text',
        },
        handleDrop(view, event) {
          const factId = event.dataTransfer?.getData(FACT_DRAG_TYPE) ?? '';
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          const type = view.state.schema.nodes['citation'];
          if (factId === '' || place === null || type === undefined) return false;
          view.dispatch(view.state.tr.insert(place.pos, type.create({ factId })));
          view.focus();
          return true;
        },
      },
      onUpdate: ({ editor: current }) => changed.current(sectionsOf(blocksOfDocument(current.state.doc))),
    },
    [],
  );
  useEffect(() => {
    editorRef.current = editor;
    return () => {
      editorRef.current = null;
    };
  }, [editor, editorRef]);
  useEffect(() => {
    pick.current = () => {
      const frame = host.current?.getBoundingClientRect();
      const caret = editor.view.coordsAtPos(editor.state.selection.head);
      if (frame === undefined) return;
      setPicking({ left: caret.left - frame.left, top: caret.bottom - frame.top });
    };
  }, [editor]);
  const shown = useRef(sections);
  useEffect(() => {
    if (shown.current === sections) return;
    shown.current = sections;
    editor.commands.setContent(documentOf(sections), { emitUpdate: false });
  }, [editor, sections]);
  // At once, and not with the next frame as the editor's own command does: a key pressed in between would be lost.
  const backToText = (): void => {
    setPicking(null);
    editor.view.focus();
  };
  return (
    <div className="statement-host" ref={host}>
      <RichTextEditor editor={editor} withTypographyStyles={false} className="statement-editor">
        <RichTextEditor.Toolbar>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Control
              aria-label={t('drafting:heading')}
              title={`${t('drafting:heading')} · Ctrl Alt 2`}
              onClick={() => editor.chain().focus().toggleHeading({ level: 2 }).run()}
            >
              <Heading size={16} aria-hidden="true" />
            </RichTextEditor.Control>
            <RichTextEditor.Control
              aria-label={t('drafting:cite')}
              title={`${t('drafting:cite')} · @`}
              onClick={() => pick.current()}
            >
              <Quote size={16} aria-hidden="true" />
            </RichTextEditor.Control>
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Control
              aria-label={t('drafting:undo')}
              title={`${t('drafting:undo')} · Ctrl Z`}
              onClick={() => editor.chain().focus().undo().run()}
            >
              <Undo2 size={16} aria-hidden="true" />
            </RichTextEditor.Control>
            <RichTextEditor.Control
              aria-label={t('drafting:redo')}
              title={`${t('drafting:redo')} · Ctrl Shift Z`}
              onClick={() => editor.chain().focus().redo().run()}
            >
              <Redo2 size={16} aria-hidden="true" />
            </RichTextEditor.Control>
          </RichTextEditor.ControlsGroup>
        </RichTextEditor.Toolbar>
        <RichTextEditor.Content />
      </RichTextEditor>
      {picking === null ? null : (
        <FactPicker
          left={picking.left}
          top={picking.top}
          onPick={(factId) => {
            backToText();
            editor.commands.insertCitation(factId);
          }}
          onAt={() => {
            backToText();
            editor.commands.insertContent('@');
          }}
          onClose={backToText}
        />
      )}
    </div>
  );
}
