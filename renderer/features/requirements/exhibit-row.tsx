import { TextInput } from '@mantine/core';
import { GripVertical, X } from 'lucide-react';
import { useState } from 'react';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import { blobUrl, client, useChange } from '../../api/index.ts';
import { MoveActs, ActPlain, ActIcon, StatusWord, useText } from '../../ui/index.ts';
import { ExhibitPreview } from '../evidence/index.ts';
import { itemName } from '../facts/index.ts';

interface ExhibitRowProps {
  readonly caseId: string;
  readonly exhibit: CaseExhibit;
  /** Titles of the requirements it is ticked for. */
  readonly shows: readonly string[];
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onDropBefore: (itemId: string) => void;
}

/** How an exhibit is dragged to another place. */
const DRAG_TYPE = 'application/x-appealdesk-exhibit';

/** One exhibit: its number, what it is, what it is ticked for; dragged or moved by key. */
export function ExhibitRow({ caseId, exhibit, shows, onUp, onDown, onDropBefore }: ExhibitRowProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [over, setOver] = useState(false);
  const { item, exhibitNumber: number, itemId } = exhibit;
  const [label, setLabel] = useState<string | null>(null);
  const describe = useChange(client.evidence.describe, {
    features: ['evidence'],
    onSuccess: () => setLabel(null),
  });
  const detach = useChange(client.evidence.detach, { features: ['evidence', 'requirements'] });
  const rename = (): void => {
    if (label === null || label.trim() === '' || label === itemName(item)) setLabel(null);
    else describe.mutate({ itemId, label });
  };
  const name =
    number === 0
      ? t('requirements:exhibit.kept', { name: itemName(item) })
      : t('requirements:exhibit', { number });
  const facts = [
    t(`requirements:kind.${item.fileKind}`),
    t.format.bytes(item.size),
    item.pages !== null && item.pages > 1 ? t('requirements:exhibit.pages', { count: item.pages }) : '',
  ].filter((each) => each !== '');
  return (
    <div
      className="exhibit-row"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAG_TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const moved = event.dataTransfer.getData(DRAG_TYPE);
        if (moved === '' || moved === itemId) return;
        event.preventDefault();
        onDropBefore(moved);
      }}
    >
      <span
        className="exhibit-grip"
        draggable
        title={t('requirements:exhibit.drag')}
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAG_TYPE, itemId);
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <GripVertical size={15} aria-hidden="true" />
      </span>
      <ActPlain
        act="open-exhibit"
        keys="o"
        label={t('requirements:exhibit.open')}
        of={name}
        className="exhibit-thumb"
        data-opens
        onClick={() => setOpen(true)}
      >
        {item.fileKind === 'image' && !item.damaged ? (
          <img src={blobUrl(item.sha256, { type: item.mediaType })} alt="" loading="lazy" />
        ) : (
          <span>{t(`requirements:kind.${item.fileKind}`)}</span>
        )}
        <span className="visually-hidden">{`${t('requirements:exhibit.open')} ${name}`}</span>
      </ActPlain>
      <div className="exhibit-main">
        <div className="exhibit-title">
          <b>{number === 0 ? t('facts:exhibit.kept') : name}</b>
          <TextInput
            variant="unstyled"
            className="exhibit-label"
            aria-label={`${t('requirements:exhibit.rename')} · ${name}`}
            value={label ?? itemName(item)}
            maxLength={200}
            onChange={(event) => setLabel(event.currentTarget.value)}
            onBlur={rename}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter') event.currentTarget.blur();
              if (event.key === 'Escape') setLabel(null);
            }}
          />
        </div>
        <div className="ad-hint exhibit-facts">
          {item.damaged ? <StatusWord kind="warn">{t('requirements:exhibit.damaged')}</StatusWord> : null}
          <span>{facts.join(' · ')}</span>
          {item.kind === 'text' || item.fileName === itemName(item) ? null : <span>{item.fileName}</span>}
          {shows.map((title) => (
            <StatusWord key={title} kind="ok">
              {title}
            </StatusWord>
          ))}
        </div>
      </div>
      <span className="exhibit-acts">
        <MoveActs
          of={name}
          upWords={t('requirements:exhibit.up', { number })}
          downWords={t('requirements:exhibit.down', { number })}
          onUp={onUp}
          onDown={onDown}
        />
        <ActIcon
          act="detach"
          keys="delete"
          label={t('requirements:exhibit.detach')}
          of={name}
          aria-label={`${t('requirements:exhibit.detach')} · ${name}`}
          loading={detach.isPending}
          onClick={() => detach.mutate({ caseId, itemId })}
        >
          <X size={15} aria-hidden="true" />
        </ActIcon>
      </span>
      {open ? <ExhibitPreview item={item} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
