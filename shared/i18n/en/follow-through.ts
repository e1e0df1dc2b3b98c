export const followThrough = {
  title: 'follow-through',
} as const;
