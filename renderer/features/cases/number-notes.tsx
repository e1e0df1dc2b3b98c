import { Note, useText } from '../../ui/index.ts';
import { unlikeThose, type NumberShape, type TypedNumbers } from './order-numbers.ts';

interface NumberNotesProps {
  readonly typed: TypedNumbers;
  /** Whose order numbers they should be; null while no store is chosen. */
  readonly platform: NumberShape | null;
}

/** What is wrong with numbers that were typed, and what may be. */
export function NumberNotes({ typed: { numbers, rounded, unreadable }, platform }: NumberNotesProps) {
  const t = useText();
  const unlike = platform === null ? [] : unlikeThose(numbers, platform);
  return (
    <>
      {rounded.map((number) => (
        <Note kind="warn" key={number}>
          {t('cases:create.typed.scientific', { number })}
        </Note>
      ))}
      {unreadable.length === 0 ? null : (
        <Note kind="warn">{t('cases:create.typed.bad', { numbers: unreadable.join(' · ') })}</Note>
      )}
      {unlike.length === 0 || platform?.orderNumber == null ? null : (
        <Note kind="warn">
          {t('cases:create.typed.unlike', {
            numbers: unlike.join(' · '),
            platform: t.pick(platform.name),
            says: t.pick(platform.orderNumber.says),
          })}
        </Note>
      )}
    </>
  );
}
