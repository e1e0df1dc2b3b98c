export const operators = {
  title: 'operators',
} as const;
