export const rulebook = {
  title: 'rulebook',
} as const;
