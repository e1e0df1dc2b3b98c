import { ActNav, useText } from '../../ui/index.ts';
import type { PlatformEntry } from '../clients/index.ts';

interface PlatformNavProps {
  readonly entry: PlatformEntry;
  readonly active: {
    readonly platformId: string;
    readonly caseTypeId: string | null;
    readonly scenarioId: string | null;
    readonly conflicts: boolean;
  };
  readonly show: (params: Record<string, string>) => void;
}

/** A platform among the contents; the one that is open with its case types, their scenes, and where its sources differ. */
export function PlatformNav({ entry, active, show }: PlatformNavProps) {
  const t = useText();
  const { platform, scenarios } = entry;
  const here = active.platformId === platform.id;
  return (
    <>
      <ActNav
        act="platform"
        keys="p"
        label={t('rulebook:platform')}
        of={t.pick(platform.name)}
        look={<b>{t.pick(platform.name)}</b>}
        active={here && active.caseTypeId === null && active.scenarioId === null && !active.conflicts}
        onClick={() => show({ platform: platform.id })}
      />
      {(here ? platform.caseTypes : []).map(({ id, title }) => {
        const scenes = scenarios.filter(({ caseTypeId }) => caseTypeId === id);
        const name = t.pick(title);
        // A case type with one scene of its own name is that scene.
        const alone = scenes.length === 1 && scenes[0] !== undefined && t.pick(scenes[0].title) === name;
        return (
          <div key={id} className="ad-rulebook-kind">
            {alone ? null : (
              <ActNav
                act="case-type"
                keys="y"
                label={t('rulebook:caseType')}
                of={`${name} · ${t.pick(platform.name)}`}
                look={<span className="rulebook-case-type">{name}</span>}
                active={active.caseTypeId === id && active.scenarioId === null}
                onClick={() => show({ platform: platform.id, caseType: id })}
              />
            )}
            {scenes.map((scenario) => (
              <ActNav
                key={scenario.id}
                act="scene"
                keys="s"
                label={t('rulebook:scene')}
                of={`${t.pick(scenario.title)} · ${t.pick(platform.name)}`}
                look={
                  <span className={alone ? 'rulebook-case-type' : 'rulebook-scene'}>
                    {t.pick(scenario.title)}
                  </span>
                }
                active={active.scenarioId === scenario.id}
                onClick={() => show({ platform: platform.id, scenario: scenario.id })}
              />
            ))}
          </div>
        );
      })}
      {here ? (
        <ActNav
          act="conflicts"
          keys="c"
          label={t('rulebook:conflicts')}
          of={t.pick(platform.name)}
          look={t('rulebook:conflicts')}
          active={here && active.conflicts}
          onClick={() => show({ platform: platform.id, conflicts: '1' })}
        />
      ) : null}
    </>
  );
}
