export * from './schema.ts';
export {
  blocksOf,
  excessOf,
  inlinesOf,
  sectionsOf,
  sentencesOf,
  splitSentences,
  uncitedRanges,
  type Block,
  type Inline,
  type SentenceRange,
  type StatementExcess,
} from './sentences.ts';
