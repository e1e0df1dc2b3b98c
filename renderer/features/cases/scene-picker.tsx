import { Radio } from '@mantine/core';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';

interface ScenePickerProps {
  readonly scenes: readonly Scenario[];
  readonly value: string | null;
  readonly onChange: (scenarioId: string) => void;
}

/** The scenes in the platform's own words, each with what it means, what is one, and what is not. */
export function ScenePicker({ scenes, value, onChange }: ScenePickerProps) {
  const t = useText();
  return (
    <Radio.Group
      label={t('cases:create.scene')}
      labelProps={{ className: 'visually-hidden' }}
      value={value ?? ''}
      onChange={onChange}
    >
      <div className="scenes">
        {scenes.map((scene) => {
          const title = t.pick(scene.title);
          const words = scene.platformWords.filter((word) => word !== title);
          return (
            <label key={scene.id} className="scene" data-chosen={scene.id === value || undefined}>
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
        })}
      </div>
    </Radio.Group>
  );
}
