export const requirements = {
  title: 'requirements',
} as const;
