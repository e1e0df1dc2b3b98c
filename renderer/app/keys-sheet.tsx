import { Modal } from '@mantine/core';
import { Kbd, useText } from '../ui/index.ts';
import { ROOMS } from './rooms.ts';

interface KeysSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every key of the program on one sheet. */
export function KeysSheet({ opened, onClose }: KeysSheetProps) {
  const t = useText();
  const groups: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] =
    [
      {
        title: t('app:keysEverywhere'),
        keys: [
          ['mod+k', t('app:keyPalette')],
          ['mod+z', t('app:keyUndo')],
          ['shift+mod+z', t('app:keyRedo')],
          ['n', t('app:keyNewCase')],
          ['i', t('app:keyImport')],
          ['?', t('app:keyHelp')],
        ],
      },
      { title: t('app:keysGo'), keys: ROOMS.map((room) => [`g ${room.key}`, t(room.name)] as const) },
      {
        title: t('app:keysLists'),
        keys: [
          ['↑ ↓ j k', t('app:keyMove')],
          ['Enter', t('app:keyOpen')],
          ['Space', t('app:keyTick')],
          ['Home End', t('app:keyEnds')],
        ],
      },
    ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('app:keys')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <div className="ad-keys">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl className="ad-keys-list">
              {group.keys.map(([keys, does]) => (
                <div key={keys}>
                  <dt>
                    <Kbd keys={keys} />
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="ad-hint">{t('app:keysHint')}</p>
    </Modal>
  );
}
