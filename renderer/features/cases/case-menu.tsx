import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { Archive, ArchiveRestore, Ellipsis, Pencil, Signpost } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CaseRecord } from '../../../shared/cases/index.ts';
import { client, useChange } from '../../api/index.ts';
import { Dialog, Kbd, type Hotkey, useActs, useText } from '../../ui/index.ts';

/** Acts on the case as a whole: its name, the ways to go on with it, the archive. */
export function CaseMenu({ record }: { readonly record: CaseRecord }) {
  const t = useText();
  const [renaming, setRenaming] = useState(false);
  const archive = useChange(client.cases.archive, { features: ['cases'] });
  const archived = record.archivedAt !== null;
  const navigate = useNavigate();
  const decided = record.stage === 'decided';
  const showWays = (): void =>
    void navigate(`/cases/${record.id}/${decided ? 'decision' : 'check'}?view=ways`);
  const rename = (): void => setRenaming(true);
  const fileAway = (): void => archive.mutate({ caseId: record.id, archived: !archived });
  const renameWords = t('cases:header.rename');
  const waysWords = t('cases:header.ways');
  const fileAwayWords = t(archived ? 'cases:header.unarchive' : 'cases:header.archive');
  useActs([
    { id: 'rename', label: renameWords, keys: 'shift+e', run: rename },
    { id: 'ways-on', label: waysWords, keys: 'shift+w', run: showWays },
    { id: 'archive', label: fileAwayWords, keys: 'shift+x', disabled: archive.isPending, run: fileAway },
  ]);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('cases:header.more')}>
            <Ellipsis size={17} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Pencil size={15} aria-hidden="true" />}
            rightSection={<KeyShown keys="shift+e" />}
            onClick={rename}
          >
            {renameWords}
          </Menu.Item>
          <Menu.Item
            leftSection={<Signpost size={15} aria-hidden="true" />}
            rightSection={<KeyShown keys="shift+w" />}
            onClick={showWays}
          >
            {waysWords}
          </Menu.Item>
          <Menu.Item
            leftSection={
              archived ? (
                <ArchiveRestore size={15} aria-hidden="true" />
              ) : (
                <Archive size={15} aria-hidden="true" />
              )
            }
            rightSection={<KeyShown keys="shift+x" />}
            onClick={fileAway}
          >
            {fileAwayWords}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming ? <Rename record={record} onClose={() => setRenaming(false)} /> : null}
    </>
  );
}

/** A key beside a line's words: seen, and no part of what the line is called. */
function KeyShown({ keys }: { readonly keys: Hotkey }) {
  return (
    <span aria-hidden="true">
      <Kbd keys={keys} />
    </span>
  );
}

function Rename({ record, onClose }: { readonly record: CaseRecord; readonly onClose: () => void }) {
  const t = useText();
  const [title, setTitle] = useState(record.title);
  const rename = useChange(client.cases.update, { features: ['cases'], onSuccess: onClose });
  return (
    <Dialog opened onClose={onClose} title={t('cases:header.rename')}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== '') rename.mutate({ caseId: record.id, title });
        }}
      >
        <TextInput
          label={t('cases:header.title')}
          value={title}
          maxLength={200}
          data-autofocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div className="form-acts">
          <Button type="submit" disabled={title.trim() === ''} loading={rename.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
