import {
  handoverPrint,
  handoverSheet,
  type Handover,
  type PrintedHandover,
} from '../../../shared/handovers/index.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import type { Language } from '../../../shared/kernel/fields.ts';
import { dateIn, newId } from '../../../shared/kernel/index.ts';
import type { Services } from '../../core/context.ts';
import type { JobControl } from '../../core/job-runner.ts';
import { storeBytes, temporaryPath } from '../../workspace/index.ts';

/** Sets the page of a handover and puts it into the vault, from where it is read. */
export async function printHandover(
  services: Services,
  found: Handover,
  language: Language,
  control: JobControl,
): Promise<PrintedHandover> {
  const t = createTranslator(language);
  const zone = services.clock.zone();
  const pdf = await services.typesetter.pdf(
    {
      template: 'handover',
      data: handoverPrint(handoverSheet(found, t, zone), t),
      files: {},
      instant: found.madeAt,
    },
    control.signal,
  );
  control.signal.throwIfAborted();
  const { vault, incoming } = services.workspace.paths;
  const stored = await storeBytes(
    pdf.bytes,
    vault,
    temporaryPath(incoming, newId(services.clock, services.random)),
  );
  await services.store.write({ operatorId: null }, { code: 'handovers.print' }, (tx) =>
    tx.noteBlob(stored.sha256, stored.size),
  );
  return {
    sha256: stored.sha256,
    fileName: `${t('handovers:sheet')} ${dateIn(found.madeAt, zone)}.pdf`,
    pages: pdf.pages,
  };
}
