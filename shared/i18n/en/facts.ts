export const facts = {
  title: 'facts',
} as const;
