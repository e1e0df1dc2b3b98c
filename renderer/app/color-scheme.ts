import type { MantineColorSchemeManager } from '@mantine/core';

/** Light or dark is a setting of the workspace's computer; Mantine keeps nothing of its own. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
