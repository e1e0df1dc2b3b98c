import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/kernel/index.ts';
import { os, requireOperator } from '../../core/context.ts';
import { restorePacketFolder } from '../../workspace/index.ts';
import { findCaseRow } from '../cases/index.ts';
import { exportPacket } from './export-packet.ts';
import { gatherMaterial } from './gather.ts';
import { findPacketRow, listPackets, packetFiles } from './packets.repo.ts';
import { readinessOf } from './readiness.ts';
import { planKit } from './upload-kit.ts';

export const packets = {
  readiness: os.packets.readiness.handler(async ({ context: { services }, input }) => {
    const material = await gatherMaterial(services, input.caseId, input.language);
    return readinessOf(material, planKit(material, input.language).plan.findings);
  }),

  list: os.packets.list.handler(async ({ context: { services }, input }) => {
    await findCaseRow(services.read, input.caseId);
    return await listPackets(services.read, input.caseId);
  }),

  export: os.packets.export.handler(async ({ context, input }) => {
    const { services } = context;
    const operatorId = await requireOperator(context);
    const material = await gatherMaterial(services, input.caseId, input.language);
    const findings = readinessOf(material, planKit(material, input.language).plan.findings);
    const stop = findings.find((finding) => finding.weight === 'stop');
    if (stop !== undefined) throw new AppError('NOT_READY', { reason: stop.code, step: stop.step });
    return services.jobs.start('export', (control) => exportPacket(services, operatorId, input, control));
  }),

  showFolder: os.packets.showFolder.handler(async ({ context: { services }, input }) => {
    const row = await findPacketRow(services.read, input.packetId);
    const { exports, vault } = services.workspace.paths;
    const folder = join(exports, ...row.folder.split('/'));
    // Somebody tidied it away, or it could not be put in place: the vault holds every byte of it.
    if (!(await isFolder(folder)))
      await restorePacketFolder(vault, folder, await packetFiles(services.read, row.id));
    return { folder, shown: (await services.ports.folder?.show(folder)) ?? false };
  }),
};

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
