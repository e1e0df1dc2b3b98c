export const packets = {
  title: 'packets',
} as const;
