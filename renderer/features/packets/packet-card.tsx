import { useQuery } from '@tanstack/react-query';
import type { Packet, PacketFile } from '../../../shared/packets/index.ts';
import { api, blobUrl, client, useChange } from '../../api/index.ts';
import { ActButton, CopyAct, Section, showToast, useNow, useText, useZone } from '../../ui/index.ts';
import { packetFolder } from './packet-folder.ts';
import { ReadyFields } from './ready-fields.tsx';

const PARTS = ['upload-kit', 'archive', 'originals'] as const;

/** One frozen packet: where it lies, the form's fields ready to copy, and every file of it. */
export function PacketCard({ packet, newest }: { readonly packet: Packet; readonly newest: boolean }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const show = useChange(client.packets.showFolder, {
    onSuccess: (opened) => {
      if (!opened.shown) showToast(t, t('packets:folder.notShown', { folder: opened.folder }));
    },
  });
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }));
  const folder = info.data === undefined ? packet.folder : packetFolder(info.data.folder, packet.folder);
  const size = packet.files.reduce((sum, file) => sum + file.size, 0);
  return (
    <Section
      sheet
      title={t('packets:packet', { number: packet.number })}
      hint={t('packets:packet.line', {
        when: t.format.instant(packet.frozenAt, zone, now),
        pages: packet.pages,
        files: packet.files.length,
        size: t.format.bytes(size),
      })}
      actions={
        <>
          <CopyAct
            act="copy-folder"
            keys="y"
            of={t('packets:packet', { number: packet.number })}
            variant="subtle"
            words={folder}
          >
            {t('packets:folder.copy')}
          </CopyAct>
          <ActButton
            act="show-folder"
            keys="o"
            of={t('packets:packet', { number: packet.number })}
            variant="default"
            loading={show.isPending}
            onClick={() => show.mutate({ packetId: packet.id })}
          >
            {t('packets:folder.open')}
          </ActButton>
        </>
      }
    >
      <p className="packet-folder">{folder}</p>
      {newest && packet.fields.length > 0 ? <ReadyFields fields={packet.fields} /> : null}
      <details className="packet-files">
        <summary>
          {t('packets:files.show')}
          {packet.hasOriginals ? ` · ${t('packets:packet.originals')}` : ''}
        </summary>
        {PARTS.map((part) => (
          <PartFiles key={part} part={part} files={packet.files.filter((file) => file.part === part)} />
        ))}
      </details>
    </Section>
  );
}

function PartFiles({
  part,
  files,
}: {
  readonly part: PacketFile['part'];
  readonly files: readonly PacketFile[];
}) {
  const t = useText();
  if (files.length === 0) return null;
  return (
    <div>
      <h3>
        {t(`packets:part.${part}`)}{' '}
        <span className="ad-hint">{t('packets:part.count', { count: files.length })}</span>
      </h3>
      <ul className="packet-file-list">
        {files.map((file) => (
          <li key={file.id}>
            <a href={blobUrl(file.sha256, { name: file.path.split('/').at(-1) ?? file.path })} download>
              {file.path}
            </a>
            <span className="ad-hint">{t.format.bytes(file.size)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
