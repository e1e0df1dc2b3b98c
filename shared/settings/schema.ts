import * as z from 'zod';
import { language, zone } from '../kernel/fields.ts';

/** `HH:MM`. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Settings of this computer; never case data. */
export const settings = z.strictObject({
  language,
  theme: z.enum(['system', 'light', 'dark']),
  /** Minutes without a touch after which the operator is asked for again; 0 never asks. */
  idleMinutes: z.int().min(0).max(480),
  /** Hours of the person's day in which nothing rings; null: it may always ring. */
  quietHours: z.strictObject({ from: clockTime, to: clockTime }).nullable(),
  /** When the day's digest is said; null: never. */
  digestAt: clockTime.nullable(),
  /** Days after which a rule that nobody looked up again counts as stale. */
  staleAfterDays: z.int().min(1).max(3650),
  /** Where backups go; empty means beside the workspace. */
  backupFolder: z.string().max(4096),
  /** Where the workspace was moved to; empty means the default place. Set by the move itself. */
  workspaceFolder: z.string().max(4096),
  /** The zone of the person; empty means the computer's. */
  zone: z.union([z.literal(''), zone]),
});
export type Settings = z.infer<typeof settings>;

export const DEFAULT_SETTINGS: Settings = {
  language: 'zh-CN',
  theme: 'system',
  idleMinutes: 30,
  quietHours: { from: '22:30', to: '08:00' },
  digestAt: '09:00',
  staleAfterDays: 180,
  backupFolder: '',
  workspaceFolder: '',
  zone: '',
};
