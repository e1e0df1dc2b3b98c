export const journal = {
  title: 'journal',
} as const;
