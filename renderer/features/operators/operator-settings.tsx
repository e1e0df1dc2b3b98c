import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Operator } from '../../../shared/operators/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { ActButton, Dialog, Entries, Entry, Loaded, Note, useText } from '../../ui/index.ts';
import { PinField } from './pin-field.tsx';

/** The people who act here: add, rename, archive, and give or take a PIN. */
export function OperatorSettings() {
  const t = useText();
  const list = useQuery(api.operators.list.queryOptions({ input: {} }));
  const features = ['operators'];
  const [name, setName] = useState('');
  const create = useChange(client.operators.create, { features, onSuccess: () => setName('') });
  const rename = useChange(client.operators.update, { features });
  const archive = useChange(client.operators.archive, { features });
  const [pinFor, setPinFor] = useState<Operator | null>(null);
  const [renaming, setRenaming] = useState<Operator | null>(null);
  return (
    <div className="ad-stack" id="operators">
      <Note>{t('operators:pinMeaning')}</Note>
      <Loaded query={list}>
        {(operators) => (
          <Entries label={t('operators:title')}>
            {operators.map((operator) => (
              <Entry
                key={operator.id}
                title={operator.name}
                detail={[
                  operator.hasPin ? t('operators:hasPin') : t('operators:noPin'),
                  ...(operator.archivedAt === null ? [] : [t('operators:archived')]),
                ].join(' · ')}
                action={
                  <>
                    <ActButton
                      act="operator-rename"
                      keys="e"
                      of={operator.name}
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => setRenaming(operator)}
                    >
                      {t('operators:rename')}
                    </ActButton>
                    <ActButton
                      act="operator-pin"
                      keys="p"
                      of={operator.name}
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => setPinFor(operator)}
                    >
                      {t(operator.hasPin ? 'operators:changePin' : 'operators:setPin')}
                    </ActButton>
                    <ActButton
                      act="operator-archive"
                      keys="x"
                      of={operator.name}
                      variant="subtle"
                      size="compact-sm"
                      onClick={() =>
                        archive.mutate({ operatorId: operator.id, archived: operator.archivedAt === null })
                      }
                    >
                      {t(operator.archivedAt === null ? 'operators:archive' : 'operators:bringBack')}
                    </ActButton>
                  </>
                }
              />
            ))}
          </Entries>
        )}
      </Loaded>
      <form
        className="ad-row-end"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') create.mutate({ name });
        }}
      >
        <TextInput
          label={t('operators:newName')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ActButton
          act="save"
          keys="mod+enter"
          whileTyping
          type="submit"
          variant="default"
          disabled={name.trim() === ''}
          loading={create.isPending}
        >
          {t('operators:add')}
        </ActButton>
      </form>
      <RenameDialog
        key={renaming?.id ?? 'nobody'}
        operator={renaming}
        onClose={() => setRenaming(null)}
        onRename={(operatorId, newName) => rename.mutate({ operatorId, name: newName })}
      />
      <PinDialog key={`pin-${pinFor?.id ?? ''}`} operator={pinFor} onClose={() => setPinFor(null)} />
    </div>
  );
}

interface RenameDialogProps {
  readonly operator: Operator | null;
  readonly onClose: () => void;
  readonly onRename: (operatorId: string, name: string) => void;
}

function RenameDialog({ operator, onClose, onRename }: RenameDialogProps) {
  const t = useText();
  const [name, setName] = useState(operator?.name ?? '');
  return (
    <Dialog opened={operator !== null} onClose={onClose} title={t('operators:rename')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (operator === null || name.trim() === '') return;
          onRename(operator.id, name);
          onClose();
        }}
      >
        <TextInput
          label={t('operators:name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <div className="ad-dialog-acts">
          <Button type="submit" disabled={name.trim() === ''}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function PinDialog({
  operator,
  onClose,
}: {
  readonly operator: Operator | null;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [pin, setPin] = useState('');
  const change = useChange(client.operators.setPin, { features: ['operators'], onSuccess: onClose });
  return (
    <Dialog opened={operator !== null} onClose={onClose} title={t('operators:setPin')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (operator !== null) change.mutate({ operatorId: operator.id, pin });
        }}
      >
        <PinField
          label={t('operators:pinOf', { name: operator?.name ?? '' })}
          description={t('operators:pinShape')}
          value={pin}
          onChange={setPin}
        />
        <p className="ad-hint">{t('operators:pinMeaning')}</p>
        <div className="ad-dialog-acts">
          {operator?.hasPin === true ? (
            <Button variant="default" onClick={() => change.mutate({ operatorId: operator.id, pin: null })}>
              {t('operators:takePinAway')}
            </Button>
          ) : null}
          <Button type="submit" disabled={pin.length < 4} loading={change.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
