export const evidence = {
  title: 'evidence',
} as const;
