import { createTranslator, type Language } from '../../../shared/i18n/index.ts';
import { isAppError } from '../../../shared/kernel/index.ts';

/** Why something failed: the text of our code, else the bare message; for a fault of ours with the place it happened. */
export function describeError(error: unknown, language: Language): string {
  if (!isAppError(error)) return error instanceof Error ? error.message : String(error);
  const t = createTranslator(language);
  if (error.code === 'NOT_FOUND' && error.params['kind'] === 'workspace')
    return t('shell:failed.moved', { folder: String(error.params['id']) });
  const known = t.find(`errors:${error.code}`, error.params);
  const text = known ?? `${error.code} ${JSON.stringify(error.params)}`;
  const isOurFault = error.code === 'INTERNAL' || error.code === 'CORE_STOPPED';
  return isOurFault && error.cause instanceof Error
    ? `${text}\n${error.cause.stack ?? error.cause.message}`
    : text;
}
