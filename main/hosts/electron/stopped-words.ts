import type { Translator } from '../../../shared/i18n/index.ts';
import { isAppError } from '../../../shared/kernel/index.ts';
import { describeError } from '../ports/index.ts';
import type { StoppedPage } from './stopped-page.ts';

/** What stands in the window when the core has stopped for good. */
export function coreStopped(t: Translator): StoppedPage {
  return {
    language: t.language,
    title: t('shell:stopped.title'),
    text: t('shell:stopped.text'),
    acts: [
      { act: 'again', label: t('shell:stopped.again') },
      { act: 'quit', label: t('shell:stopped.quit') },
    ],
  };
}

/** … when the workspace could not be opened. */
export function notOpened(cause: unknown, t: Translator): StoppedPage {
  return {
    ...coreStopped(t),
    title: t('shell:failed.title'),
    text: isAppError(cause) ? describeError(cause, t.language) : t('errors:INTERNAL'),
    acts: [
      { act: 'again', label: t('shell:failed.again') },
      { act: 'quit', label: t('shell:stopped.quit') },
    ],
  };
}

/** … when the page itself does not live. */
export function pageStopped(t: Translator): StoppedPage {
  return { ...coreStopped(t), title: t('shell:page.title'), text: t('shell:page.text') };
}
