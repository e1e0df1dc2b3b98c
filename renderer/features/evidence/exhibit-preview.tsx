import { Anchor } from '@mantine/core';
import type { EvidenceItem } from '../../../shared/evidence/index.ts';
import { blobUrl } from '../../api/index.ts';
import { Dialog, useText } from '../../ui/index.ts';
import { itemName } from '../facts/index.ts';
import { Verbatim } from './verbatim.tsx';

/** A longer text is no reading for a dialog. */
const TEXT_SHOWN_BYTES = 1_000_000;

/** The untouched original as it can be shown here, and a way to download it. */
export function ExhibitView({ item }: { readonly item: EvidenceItem }) {
  const t = useText();
  const url = blobUrl(item.sha256, { type: item.mediaType });
  const isText = item.mediaType === 'text/plain' && item.size <= TEXT_SHOWN_BYTES && !item.damaged;
  return (
    <>
      {item.fileKind === 'image' && !item.damaged ? (
        <img className="exhibit-large" src={url} alt={itemName(item)} />
      ) : isText ? (
        <Verbatim sha256={item.sha256} />
      ) : (
        <p>{t('requirements:preview.none')}</p>
      )}
      <p className="ad-hint exhibit-hash">
        {t('requirements:preview.hash', { hash: item.sha256 })} · {t.format.bytes(item.size)}{' '}
        <Anchor
          href={blobUrl(item.sha256, { name: item.fileName === '' ? item.label : item.fileName })}
          download
        >
          {t('requirements:preview.download')}
        </Anchor>
      </p>
    </>
  );
}

/** An original in a dialog of its own. */
export function ExhibitPreview({
  item,
  onClose,
}: {
  readonly item: EvidenceItem;
  readonly onClose: () => void;
}) {
  return (
    <Dialog opened size="80%" onClose={onClose} title={itemName(item)}>
      <ExhibitView item={item} />
    </Dialog>
  );
}
