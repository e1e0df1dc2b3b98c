import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useMemo, useRef } from 'react';
import type { Statement, StatementSection } from '../../../shared/drafting/index.ts';
import { api } from '../../api/index.ts';
import { ActButton, ErrorNote, Loading, Note, Section, Sheet, useText } from '../../ui/index.ts';
import { FactTray } from './fact-tray.tsx';
import { SaveLine } from './save-line.tsx';
import { StatementEditor } from './statement-editor.tsx';
import { TypesetPages } from './typeset-pages.tsx';
import { useStatement, type DraftOf } from './use-statement.ts';

interface DeskProps extends DraftOf {
  /** Whether a notice began the case: then some orders must not be named here. */
  readonly answersNotice: boolean;
}

/** Where one document is written: the words, how safe they are, the facts, and the page as it will be set. */
export function Desk({ caseId, document, language, answersNotice }: DeskProps) {
  const t = useText();
  const desk = useStatement({ caseId, document, language });
  const editor = useRef<Editor | null>(null);
  const { opened, draft } = desk;
  const counts = useMemo(() => countCitations(draft?.sections ?? []), [draft]);
  if (opened === null || draft === null) {
    return desk.error === null ? <Loading /> : <ErrorNote error={desk.error} />;
  }
  const isPlan = document === 'plan';
  const cite = (factId: string): void => {
    editor.current?.chain().focus().insertCitation(factId).run();
  };
  return (
    <div className="statement-desk">
      <div className="statement-write">
        {isPlan ? <p className="step-teach">{t('drafting:plan.teach')}</p> : null}
        {answersNotice ? <NamedOrders caseId={caseId} document={document} language={language} /> : null}
        <div className="statement-line">
          <SaveLine state={desk.state} saved={desk.saved} onRetry={desk.saveNow} />
          <span className="statement-uncited">
            {isPlan || counts.sentences === 0
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
          placeholder={t(isPlan ? 'drafting:planTitle.placeholder' : 'drafting:statementTitle.placeholder')}
          value={draft.title}
          maxLength={200}
          onChange={(event) => desk.change({ title: event.currentTarget.value, sections: draft.sections })}
        />
        <StatementEditor
          sections={opened.sections}
          label={t(isPlan ? 'drafting:plan.editor' : 'drafting:editor')}
          placeholder={t(isPlan ? 'drafting:plan.placeholder' : 'drafting:placeholder')}
          cites={!isPlan}
          editorRef={editor}
          onChange={(sections) => desk.change({ title: draft.title, sections })}
        />
        <FactTray caseId={caseId} cited={counts.facts} onPick={cite} />
      </div>
      <TypesetPages caseId={caseId} document={document} language={language} draft={draft} />
    </div>
  );
}

/** Orders that this document should not name, said where they are written. */
function NamedOrders({ caseId, document, language }: DraftOf) {
  const t = useText();
  const readiness = useQuery(api.packets.readiness.queryOptions({ input: { caseId, language } }));
  const named = (readiness.data ?? []).filter(
    ({ code, params }) =>
      (code === 'plan-names-order' || code === 'admitted-named') && params['place'] === document,
  );
  if (named.length === 0) return null;
  const place = t(`packets:place.${document}`);
  return (
    <Note kind="warn">
      <div role="alert">
        {named.map(({ code, params }) => (
          <p key={`${code} ${params['orderNumber'] ?? ''}`}>
            {t.find(`packets:finding.${code}`, { ...params, place })}
          </p>
        ))}
      </div>
    </Note>
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
        <ActButton act="keep-mine" keys="m" onClick={() => onSettle('mine')}>
          {t('drafting:conflict.mine')}
        </ActButton>
        <ActButton act="take-theirs" keys="t" variant="default" onClick={() => onSettle('theirs')}>
          {t('drafting:conflict.theirs')}
        </ActButton>
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
