import type { FormLimits } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';

const COUNTED = [
  'characters',
  'charactersInAll',
  'files',
  'pagesEach',
  'pages',
  'pixelsPerInch',
  'megapixels',
] as const;
const SIZES = ['bytesEach', 'bytesTotal'] as const;

/** Limits of a form as plain figures; null is unknown. */
export type PlainLimits = Readonly<
  Record<(typeof COUNTED)[number] | (typeof SIZES)[number], number | null>
> & {
  readonly fileTypes: readonly string[] | null;
};

/** A limit that whoever fills a field has to know. */
export type AskedLimit = 'characters' | 'files' | 'bytesEach' | 'fileTypes';

interface LimitWordsProps {
  readonly limits: PlainLimits;
  /** The limits that are missed where no source gives them. */
  readonly asks?: readonly AskedLimit[] | undefined;
}

/** What a form takes, in words; what is not known is not passed over in silence. */
export function LimitWords({ limits, asks = [] }: LimitWordsProps) {
  const t = useText();
  const words = [
    ...(limits.fileTypes === null
      ? []
      : [t('rulebook:limit-fileTypes', { types: limits.fileTypes.map(shortType).join(', ') })]),
    ...SIZES.flatMap((name) => {
      const size = limits[name];
      return size === null ? [] : [t(`rulebook:limit-${name}`, { size: t.format.bytes(size) })];
    }),
    ...COUNTED.flatMap((name) => {
      const count = limits[name];
      return count === null ? [] : [t(`rulebook:limit-${name}`, { count })];
    }),
  ];
  if (words.length === 0) return <>{t('rulebook:limitUnknown')}</>;
  const missing = asks.filter(
    (name) => limits[name] === null && !(name === 'characters' && limits.charactersInAll !== null),
  );
  return (
    <>
      {words.join(' · ')}
      {missing.length === 0 ? null : (
        <div className="ad-hint">
          {t('rulebook:limitsMissing', {
            limits: t.format.list(missing.map((name) => t(`rulebook:limitName-${name}`))),
          })}
        </div>
      )}
    </>
  );
}

/** `image/jpeg` as people say it: `JPEG`. */
function shortType(mediaType: string): string {
  return (mediaType.split('/')[1] ?? mediaType).replace(/^.*[.-]/, '').toUpperCase();
}

/** The limits of a field without the rules that give them. */
export function plainLimits(limits: FormLimits): PlainLimits {
  const figure = (name: (typeof COUNTED)[number] | (typeof SIZES)[number]) => limits[name]?.value ?? null;
  const figures = Object.fromEntries([...COUNTED, ...SIZES].map((name) => [name, figure(name)]));
  return { ...figures, fileTypes: limits.fileTypes?.value ?? null } as PlainLimits;
}
