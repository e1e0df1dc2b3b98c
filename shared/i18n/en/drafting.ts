export const drafting = {
  title: 'drafting',
} as const;
