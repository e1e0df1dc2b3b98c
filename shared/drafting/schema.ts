import * as z from 'zod';
import { id, instant, language, line } from '../kernel/fields.ts';

/** One sentence of the statement and the facts it stands on. */
export const statementSentence = z.strictObject({ text: z.string().max(4000), factIds: z.array(id).max(50) });

/** Sentences that stand together. */
export const statementParagraph = z.strictObject({ sentences: z.array(statementSentence).max(200) });

/** A headed part of the statement. The headings come from the scenario's structure and may be changed. */
export const statementSection = z.strictObject({
  heading: line,
  paragraphs: z.array(statementParagraph).max(200),
});
export type StatementSection = z.infer<typeof statementSection>;

/** 申诉说明, and 整改方案 (原因 / 已采取措施 / 预防措施), which speaks of process and names no order. */
export const DOCUMENTS = ['statement', 'plan'] as const;
export const draftDocument = z.enum(DOCUMENTS);
export type DraftDocument = z.infer<typeof draftDocument>;

/** A written document of a case in one language. */
export const statement = z.strictObject({
  caseId: id,
  document: draftDocument,
  language,
  title: z.string(),
  sections: z.array(statementSection),
  /** Grows by one with each save; a save against an older one is a CONFLICT. */
  version: z.int(),
  savedAt: instant.nullable(),
});
export type Statement = z.infer<typeof statement>;

/** A typeset page as a picture: fetch it from `/preview/<pageId>`. */
export const previewPage = z.strictObject({ pageId: z.string(), widthPt: z.number(), heightPt: z.number() });
