export const submissions = {
  title: 'submissions',
} as const;
