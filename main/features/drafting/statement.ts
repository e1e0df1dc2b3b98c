import type { DraftDocument, Statement } from '../../../shared/drafting/index.ts';
import type { Fact } from '../../../shared/facts/index.ts';
import type { Language } from '../../../shared/kernel/fields.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import {
  archiveLabels,
  citationText,
  exhibitLabel,
  type StatementData,
} from '../../../shared/packets/index.ts';
import { findScenario, structureOf, type Bilingual } from '../../../shared/rulebook/index.ts';
import { findCaseRow, type ReadHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { findStatementRow, toStatement } from './drafting.repo.ts';

/** Which document of a case is meant. */
export interface DraftOf {
  readonly caseId: string;
  readonly document: DraftDocument;
  readonly language: Language;
}

/** A case's statement or plan, or its structure with blanks where nothing is written yet. */
export async function readStatement(
  read: ReadHandle,
  rulebooks: Rulebooks,
  { caseId, document, language }: DraftOf,
): Promise<Statement> {
  const row = await findStatementRow(read, caseId, document, language);
  if (row !== null) return toStatement(row);
  const found = await findCaseRow(read, caseId);
  const { rulebook, pins } = await rulebooks.ofCase(read, found);
  const scenario = findScenario(rulebook, found.scenario_id);
  const t = createTranslator(language);
  const pick = (text: Bilingual) => (language === 'en' ? text.en : text.zh);
  const common =
    document === 'plan'
      ? [t('core:plan.causes'), t('core:plan.done'), t('core:plan.prevention')]
      : [t('core:structure.what'), t('core:structure.proof'), t('core:structure.request')];
  const own = document === 'plan' ? [] : structureOf(rulebook, scenario.id, pins).map(pick);
  return {
    caseId,
    document,
    language,
    title: document === 'plan' ? t('core:plan.title') : pick(scenario.title),
    sections: (own.length > 0 ? own : common).map((heading) => ({ heading, paragraphs: [] })),
    version: 0,
    savedAt: null,
  };
}

/** A statement as the typesetter takes it: every fact a sentence stands on becomes its exhibits' marks. */
export function typesetStatement(
  facts: readonly Fact[],
  statement: Pick<Statement, 'document' | 'language' | 'title' | 'sections'>,
): StatementData {
  const { language } = statement;
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const labels = archiveLabels(language);
  return {
    language,
    labels,
    // A plan is headed by its own title; the statement's stands under what it is.
    ...(statement.document === 'plan'
      ? { heading: statement.title, title: '' }
      : { heading: labels.statement, title: statement.title }),
    sections: statement.sections.filter(isWritten).map((section) => ({
      heading: section.heading,
      paragraphs: section.paragraphs.map((paragraph) => ({
        sentences: paragraph.sentences.map((sentence, place) => ({
          text: sentence.text + gapBefore(paragraph.sentences[place + 1]?.text, language),
          citations: unique(
            sentence.factIds
              .flatMap((factId) => byId.get(factId)?.citations ?? [])
              .filter((citation) => citation.exhibitNumber > 0)
              .map(({ exhibitNumber, page }) => ({
                exhibit: exhibitNumber - 1,
                page,
                text: citationText(labels, exhibitLabel(exhibitNumber, 'number', language), page),
              })),
          ),
        })),
      })),
    })),
  };
}

/** A heading over nothing is a blank still to be filled, or one that was not needed; neither is set. */
function isWritten(section: Statement['sections'][number]): boolean {
  return section.paragraphs.some((paragraph) =>
    paragraph.sentences.some((sentence) => sentence.text.trim() !== ''),
  );
}

/** Chinese sentences stand without a space; a Latin one among them keeps its own. English spacing is the template's. */
function gapBefore(next: string | undefined, language: Language): string {
  return language === 'zh-CN' && next !== undefined && /^[A-Za-z0-9(“"]/.test(next) ? ' ' : '';
}

/** Two facts shown by the same page of the same exhibit make one mark. */
function unique<Mark extends { readonly text: string }>(marks: readonly Mark[]): Mark[] {
  return [...new Map(marks.map((mark) => [mark.text, mark])).values()];
}
