export * from './schema.ts';
export { answerAsText, type AnswerText } from './answer-text.ts';
