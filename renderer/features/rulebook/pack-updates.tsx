import { useQuery } from '@tanstack/react-query';
import { api, client, useChange, useShownFile, type ShownFile } from '../../api/index.ts';
import {
  ActButton,
  EmptyState,
  Entries,
  Entry,
  ErrorNote,
  FileDrop,
  Loaded,
  Section,
  Sheet,
  StatusWord,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { ChangeCounts, ChangeList } from './change-list.tsx';
import { RESTING_ON_RULES } from './resting-on-rules.ts';

type Read = Awaited<ReturnType<typeof client.rulebook.readUpdate>>;

/** Packs that came in a signed file: what is in, and a place for the next one. */
export function PackUpdates() {
  const t = useText();
  const upload = useShownFile((file) => client.rulebook.readUpdate({ file }));
  const { shown } = upload;
  return (
    <Section title={t('rulebook:updates')} hint={t('rulebook:updatesHint')}>
      <div className="ad-stack">
        <Installed />
        {shown === null ? (
          <FileDrop
            label={t('rulebook:updateDrop')}
            multiple={false}
            paste={false}
            busy={upload.isReading}
            onFiles={upload.show}
          />
        ) : (
          <Preview shown={shown} onDone={upload.done} onLeave={upload.leave} />
        )}
        {upload.error === null ? null : <ErrorNote error={upload.error} />}
      </div>
    </Section>
  );
}

function Installed() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const updates = useQuery(api.rulebook.updates.queryOptions({ input: {} }));
  const names = useQuery(api.rulebook.platforms.queryOptions({ input: {} })).data ?? [];
  const remove = useChange(client.rulebook.removeUpdate, { features: RESTING_ON_RULES });
  const nameOf = (id: string): string => {
    const found = names.find(({ platform }) => platform.id === id)?.platform;
    return found === undefined ? id : t.pick(found.name);
  };
  return (
    <Loaded query={updates}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState title={t('rulebook:updatesNone')} />
        ) : (
          <Entries label={t('rulebook:updates')}>
            {list.map((update) => (
              <Entry
                key={update.platform}
                lead={t.format.instant(update.installedAt, zone, now)}
                title={`${nameOf(update.platform)} · ${t('rulebook:packVersion', { version: update.version })}`}
                detail={
                  <>
                    <div>{t('rulebook:updateSigner', { signer: update.signer })}</div>
                    <div className="ad-code">{update.fingerprint}</div>
                    {update.inForce ? null : (
                      <StatusWord kind="open">{t('rulebook:updateOvertaken')}</StatusWord>
                    )}
                  </>
                }
                action={
                  <ActButton
                    act="remove-update"
                    keys="x"
                    of={nameOf(update.platform)}
                    variant="subtle"
                    size="compact-sm"
                    loading={remove.isPending}
                    onClick={() => remove.mutate({ platform: update.platform })}
                  >
                    {t('rulebook:updateRemove')}
                  </ActButton>
                }
              />
            ))}
          </Entries>
        )
      }
    </Loaded>
  );
}

interface PreviewProps {
  readonly shown: ShownFile<Read>;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** Who signed a pack and what it would change, before anything does. */
function Preview({ shown: { file, read }, onDone, onLeave }: PreviewProps) {
  const t = useText();
  const install = useChange(client.rulebook.installUpdate, {
    features: RESTING_ON_RULES,
    ownErrors: true,
    onSuccess: onDone,
  });
  return (
    <Sheet>
      <section aria-label={t('rulebook:updateShown')} className="ad-stack">
        <h3 className="ad-rule-title">
          {t('rulebook:updateTitle', {
            platform: t.pick(read.name),
            current: read.current,
            version: read.version,
          })}
        </h3>
        <dl className="ad-facts">
          <dt>{t('rulebook:updateSignedBy')}</dt>
          <dd>
            {read.signer}{' '}
            {read.known ? (
              <StatusWord kind="ok">{t('rulebook:updateKnown')}</StatusWord>
            ) : (
              <StatusWord kind="part">{t('rulebook:updateStranger')}</StatusWord>
            )}
          </dd>
          <dt>{t('rulebook:updateFingerprint')}</dt>
          <dd className="ad-code">{read.fingerprint}</dd>
        </dl>
        <p className="ad-hint">{t('rulebook:updateCompare')}</p>
        <p>{t('rulebook:updateChanges', { count: read.changes.rules.length + read.changes.parts.length })}</p>
        <ChangeCounts changes={read.changes} />
        <ChangeList changes={read.changes} />
        {install.error === null ? null : <ErrorNote error={install.error} />}
        <div className="ad-row">
          <ActButton
            act="install-update"
            keys="i"
            loading={install.isPending}
            onClick={() => install.mutate({ file, sha256: read.sha256 })}
          >
            {t('rulebook:updateInstall')}
          </ActButton>
          <ActButton act="leave-update" keys="n" variant="default" onClick={onLeave}>
            {t('ui:notNow')}
          </ActButton>
        </div>
      </section>
    </Sheet>
  );
}
