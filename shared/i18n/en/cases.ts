export const cases = {
  title: 'cases',
} as const;
