export const deadlines = {
  title: 'deadlines',
} as const;
