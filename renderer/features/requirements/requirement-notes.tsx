import type { Requirement } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';

/** What is asked of a voucher: where it is found, who has it, what must be legible in it and agree with the order. */
export function RequirementNotes({ asked }: { readonly asked: Requirement }) {
  const t = useText();
  const { list } = t.format;
  // What must be read comes first; what is asked beside that is not said as if it were all.
  const hasFields = asked.matches.length + asked.legible.length > 0;
  const lines = [
    [t('requirements:where'), t.pick(asked.whereFound)],
    ...(asked.askOf === 'own-records'
      ? []
      : [[t('requirements:askOf'), t(`asks:addressee.${asked.askOf}`)] as const]),
    ...(asked.matches.length === 0
      ? []
      : [
          [
            t('requirements:agrees'),
            list(asked.matches.map((field) => t(`requirements:field.${field}`))),
          ] as const,
        ]),
    ...(asked.legible.length === 0
      ? []
      : [
          [
            t('requirements:legible'),
            list(asked.legible.map((field) => t(`requirements:field.${field}`))),
          ] as const,
        ]),
    ...(asked.quality.length === 0
      ? []
      : [
          [
            t(hasFields ? 'requirements:quality.more' : 'requirements:quality'),
            asked.quality
              .map((each) => t.pick(each).replace(/[。.]$/, ''))
              .join(t.language === 'en' ? '; ' : '；'),
          ] as const,
        ]),
  ] as const;
  return (
    <div className="requirement-notes ad-hint">
      {lines.map(([name, words]) => (
        <div key={name}>
          {name} {words}
        </div>
      ))}
      {asked.personalData ? <div>{t('requirements:personalData')}</div> : null}
      {asked.basis === 'stated' ? null : <div>{t(`requirements:basis.${asked.basis}`)}</div>}
    </div>
  );
}
