export const workspace = {
  title: 'workspace',
} as const;
