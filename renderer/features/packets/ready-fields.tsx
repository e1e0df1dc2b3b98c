import type { Packet } from '../../../shared/packets/index.ts';
import { CopyAct, StatusWord, useText } from '../../ui/index.ts';

type ReadyField = Packet['fields'][number];

/** The fields of the platform's form, one by one, each ready to copy with its length and limit. */
export function ReadyFields({ fields }: { readonly fields: readonly ReadyField[] }) {
  const t = useText();
  return (
    <div className="ready-fields">
      <h3>{t('packets:fields')}</h3>
      <ol>
        {fields.map((field) => (
          <li key={field.fieldId} className="ready-field">
            <div className="ready-field-head">
              <b>{t.pick(field.label)}</b>
              <FieldLength field={field} />
              <CopyAct
                act="copy-field"
                keys="shift+y"
                of={t.pick(field.label)}
                size="compact-sm"
                disabled={field.text === ''}
                aria-label={`${t('packets:copy')} · ${t.pick(field.label)}`}
                words={field.text}
              >
                {t('packets:copy')}
              </CopyAct>
            </div>
            <pre className="ready-field-text" tabIndex={0} aria-label={t.pick(field.label)}>
              {field.text === '' ? t('packets:field.empty') : field.text}
            </pre>
          </li>
        ))}
      </ol>
    </div>
  );
}

function FieldLength({ field: { characters, limit } }: { readonly field: ReadyField }) {
  const t = useText();
  if (limit === null) {
    return <span className="ad-hint">{t('packets:field.limitUnknown', { characters })}</span>;
  }
  if (characters > limit) {
    return (
      <StatusWord kind="warn">
        {t('packets:field.limit', { characters, limit })} ·{' '}
        {t('packets:field.over', { over: characters - limit })}
      </StatusWord>
    );
  }
  return <span className="ad-hint">{t('packets:field.limit', { characters, limit })}</span>;
}
