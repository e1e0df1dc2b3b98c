import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useMemo, useRef, useState } from 'react';
import type { Statement, StatementSection } from '../../../shared/drafting/index.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { api } from '../../api/index.ts';
import { ErrorNote, Loading, Note, Section, Sheet, useText } from '../../ui/index.ts';
import { FactsContext } from './citation-node.tsx';
import { FactTray } from './fact-tray.tsx';
import { SaveLine } from './save-line.tsx';
import { StatementEditor } from './statement-editor.tsx';
import { TypesetPages } from './typeset-pages.tsx';
import { useStatement } from './use-statement.ts';

/** The statement (申诉说明): the editor, the facts it stands on, and the page as it will be set. */
export function StatementStep({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const [language, setLanguage] = useState<Language>(t.language);
  const facts = useQuery(api.facts.list.queryOptions({ input: { caseId } }));
  return (
    <FactsContext value={facts.data ?? []}>
      <div className="statement-head">
        <SegmentedControl
          aria-label={t('drafting:language')}
          value={language}
          onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh-CN')}
          data={[
            { value: 'zh-CN', label: t('drafting:language.zh-CN') },
            { value: 'en', label: t('drafting:language.en') },
          ]}
        />
      </div>
      <Desk key={language} caseId={caseId} language={language} />
    </FactsContext>
  );
}

function Desk({ caseId, language }: { readonly caseId: string; readonly language: Language }) {
  const t = useText();
  const desk = useStatement(caseId, language);
  const editor = useRef<Editor | null>(null);
  const { opened, draft } = desk;
  const counts = useMemo(() => countCitations(draft?.sections ?? []), [draft]);
  if (opened === null || draft === null) {
    return desk.error === null ? <Loading /> : <ErrorNote error={desk.error} />;
  }
  const cite = (factId: string): void => {
    editor.current?.chain().focus().insertCitation(factId).run();
  };
  return (
    <div className="statement-desk">
      <div className="statement-write">
        <div className="statement-line">
          <SaveLine state={desk.state} saved={desk.saved} onRetry={desk.saveNow} />
          <span className="statement-uncited">
            {counts.sentences === 0
              ? ''
              : counts.uncited === 0
                ? t('drafting:cited.all')
                : t('drafting:uncited', { count: counts.uncited })}
          </span>
        </div>
        {desk.state.kind === 'conflict' ? (
          <Conflict theirs={desk.state.theirs} onSettle={desk.settle} />
        ) : null}
        <TextInput
          label={t('drafting:statementTitle')}
          placeholder={t('drafting:statementTitle.placeholder')}
          value={draft.title}
          maxLength={200}
          onChange={(event) => desk.change({ title: event.currentTarget.value, sections: draft.sections })}
        />
        <StatementEditor
          sections={opened.sections}
          editorRef={editor}
          onChange={(sections) => desk.change({ title: draft.title, sections })}
        />
        <FactTray caseId={caseId} cited={counts.facts} onPick={cite} />
      </div>
      <TypesetPages caseId={caseId} language={language} draft={draft} />
    </div>
  );
}

function Conflict({
  theirs,
  onSettle,
}: {
  readonly theirs: Statement;
  readonly onSettle: (keep: 'mine' | 'theirs') => void;
}) {
  const t = useText();
  const { version } = theirs;
  return (
    <Section title={t('drafting:conflict.title')}>
      <Note kind="warn">{t('drafting:conflict.text', { version })}</Note>
      <div className="form-acts">
        <Button onClick={() => onSettle('mine')}>{t('drafting:conflict.mine')}</Button>
        <Button variant="default" onClick={() => onSettle('theirs')}>
          {t('drafting:conflict.theirs')}
        </Button>
      </div>
      <details open>
        <summary>{t('drafting:conflict.other', { version })}</summary>
        <Sheet>
          {theirs.sections.map((section, index) => (
            <div key={index}>
              <h3>{section.heading}</h3>
              {section.paragraphs.map((paragraph, place) => (
                <p key={place}>{paragraph.sentences.map((sentence) => sentence.text).join(' ')}</p>
              ))}
            </div>
          ))}
        </Sheet>
      </details>
    </Section>
  );
}

function countCitations(sections: readonly StatementSection[]): {
  sentences: number;
  uncited: number;
  facts: ReadonlyMap<string, number>;
} {
  const sentences = sections.flatMap((section) =>
    section.paragraphs.flatMap((paragraph) => paragraph.sentences),
  );
  const facts = new Map<string, number>();
  for (const factId of sentences.flatMap((sentence) => sentence.factIds)) {
    facts.set(factId, (facts.get(factId) ?? 0) + 1);
  }
  const uncited = sentences.filter(
    (sentence) => sentence.text !== '' && sentence.factIds.length === 0,
  ).length;
  return { sentences: sentences.length, uncited, facts };
}
