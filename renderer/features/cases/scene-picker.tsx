import { Radio } from '@mantine/core';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';
import { SceneFinder, type SceneFinding } from './scene-finder.tsx';

interface ScenePickerProps {
  readonly scenes: readonly Scenario[];
  readonly value: string | null;
  readonly onChange: (scenarioId: string) => void;
  readonly finding: SceneFinding;
}

/** The scenes in the platform's own words, each with what it means, what is one, and what is not; and help to choose. */
export function ScenePicker({ scenes, value, onChange, finding }: ScenePickerProps) {
  const t = useText();
  const groups = byCaseType(scenes);
  const withChoice = groups.filter((group) => group.scenes.length > 1);
  return (
    <>
      {withChoice.map((group) => (
        <SceneFinder
          key={group.id}
          {...finding}
          scenes={group.scenes}
          title={withChoice.length > 1 ? group.title : null}
          onChoose={onChange}
        />
      ))}
      <Radio.Group
        label={t('cases:create.scene')}
        labelProps={{ className: 'visually-hidden' }}
        value={value ?? ''}
        onChange={onChange}
      >
        {groups.map(({ id, title, scenes: inGroup }) => (
          <div key={id} role="group" aria-label={t.pick(title)}>
            {groups.length > 1 ? <div className="scene-group">{t.pick(title)}</div> : null}
            <div className="scenes">
              {inGroup.map((scene) => (
                <Scene key={scene.id} scene={scene} chosen={scene.id === value} />
              ))}
            </div>
          </div>
        ))}
      </Radio.Group>
    </>
  );
}

function Scene({ scene, chosen }: { readonly scene: Scenario; readonly chosen: boolean }) {
  const t = useText();
  const title = t.pick(scene.title);
  const words = scene.platformWords.filter((word) => word !== title);
  return (
    <label className="scene" data-chosen={chosen || undefined}>
      <Radio value={scene.id} aria-label={title} className="scene-radio" />
      <span className="scene-title">{title}</span>
      {words.length === 0 ? null : (
        <span className="scene-words">
          {t('cases:create.scene.platformWords')}{' '}
          {words.map((word) => t('ui:quoted', { words: word })).join(' ')}
        </span>
      )}
      <span className="scene-text">{t.pick(scene.definition)}</span>
      <span className="scene-example">
        <b>{t('cases:create.scene.example')}</b> {t.pick(scene.example)}
      </span>
      <span className="scene-example">
        <b>{t('cases:create.scene.counterExample')}</b> {t.pick(scene.counterExample)}
      </span>
    </label>
  );
}

/** Scenes under the case type they belong to, in the order of the pack. */
function byCaseType(scenes: readonly Scenario[]) {
  return [...new Set(scenes.map(({ caseTypeId }) => caseTypeId))].map((id) => {
    const inGroup = scenes.filter(({ caseTypeId }) => caseTypeId === id);
    return { id, title: inGroup[0]?.caseTypeTitle ?? { zh: '', en: '' }, scenes: inGroup };
  });
}
