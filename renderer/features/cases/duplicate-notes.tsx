import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DuplicateFinding } from '../../../shared/cases/index.ts';
import type { Bilingual, Disputed, Scenario } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { useSeveralChances } from '../attempts/index.ts';
import { ActButton, Note, RuleQuote, Section, useText } from '../../ui/index.ts';

interface DuplicateNotesProps {
  /** The case the orders are added to; left out while there is none yet. */
  readonly caseId?: string;
  readonly storeId: string;
  /** The day of the notice, where there is no case yet; null while nobody knows it. */
  readonly noticeDate?: string | null;
  readonly findings: readonly DuplicateFinding[];
  readonly scenario: Scenario;
  readonly scenes: readonly Scenario[];
  /** Whether the warned ones were read. */
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly onDrop: (orderNumbers: readonly string[]) => void;
  /**
   * The number of the violation or dispute, where it can still be said; left out where the case has it. `onChange` is null
   * where it has its field elsewhere on the page: under the orders, or else under the text of the notice.
   */
  readonly matter?: {
    readonly value: string;
    readonly onChange: ((number: string) => void) | null;
    readonly underOrders?: boolean;
  };
}

/** What stands in the way of using these orders: refused with the first case, warned with both readings, or unknown. */
export function DuplicateNotes({
  caseId,
  storeId,
  noticeDate = null,
  findings,
  scenario,
  scenes,
  accepted,
  onAccept,
  onDrop,
  matter,
}: DuplicateNotesProps) {
  const t = useText();
  const of = (allowed: DuplicateFinding['allowed']): DuplicateFinding[] =>
    findings.filter((finding) => finding.allowed === allowed);
  const refused = of('refused');
  const unknown = of('unknown');
  const warned = of('warn');
  const perhaps = warned.filter(isPerhapsOfMatter);
  const counted = countedBy([...refused, ...unknown, ...perhaps]);
  // Whoever named another one meets nothing any more, and still sees why the number was asked for.
  const asksMatter =
    matter !== undefined && (counted === 'matter' || (matter.value !== '' && matter.onChange !== null));
  const changesMatter = matter?.onChange ?? null;
  const told = counted ?? (asksMatter ? 'matter' : null);
  // Whoever entered both numbers, and the same, is not asked to enter them.
  const isSaidAlready = [...refused, ...unknown, ...perhaps].some(({ number }) => number !== null);
  if (refused.length + unknown.length + warned.length === 0 && !asksMatter) return null;
  // Of a matter whose chance is gone, leaving an order out changes nothing.
  const blocking = [...refused, ...unknown].flatMap(({ link, number, orderNumber }) =>
    link === 'matter' || number !== null ? [] : orderNumber,
  );
  return (
    <Section title={t('cases:duplicate.title')}>
      <div className="form-stack" role="alert">
        {groupsOf(refused).map((group) => (
          <Note kind="warn" key={keyOf(group)}>
            <RefusedWords group={group} /> <FirstCase group={group} step="" />
          </Note>
        ))}
        {groupsOf(unknown).map((group) => (
          <Note kind="warn" key={keyOf(group)}>
            {group.link === 'matter'
              ? t(`cases:duplicate.unknown.${matterWord(group)}`)
              : group.numbers.length > MANY
                ? t('cases:duplicate.unknown.many', many(group))
                : group.numbers.map((number) => (
                    <div key={number}>{t('cases:duplicate.unknown', { number })}</div>
                  ))}
            {scenario.chanceAdvice === null ? null : (
              <div>
                <b>{t('cases:duplicate.where')}</b> {t.pick(scenario.chanceAdvice.lookUp.says)}
              </div>
            )}
            <FirstCase group={group} step="/orders" />
          </Note>
        ))}
        {groupsOf(warned).map((group) => {
          const scene = scenes.find((each) => each.id === group.scenarioId);
          return (
            <Note kind="warn" key={keyOf(group)}>
              {isPerhapsOfMatter(group)
                ? t('cases:duplicate.warn.matter')
                : group.numbers.length > MANY
                  ? t('cases:duplicate.warn.many', many(group))
                  : group.numbers.map((number) => (
                      <div key={number}>
                        {group.link === 'perhaps'
                          ? t('cases:duplicate.warn.item', { number })
                          : scene === undefined
                            ? t('cases:duplicate.warn.plain', { number })
                            : t('cases:duplicate.warn', { number, scene: t.pick(scene.title) })}
                      </div>
                    ))}{' '}
              <FirstCase group={group} step="" />
            </Note>
          );
        })}
        {told === null ? null : (
          <p className="ad-hint">
            {isSaidAlready && (told === 'matter' || told === 'item')
              ? t(`cases:duplicate.by-${told}.same`)
              : t(`cases:duplicate.by-${told}`)}
            {(told === 'matter' || told === 'item') && matter?.onChange === null
              ? ` ${t(matter.underOrders === true ? 'cases:duplicate.numberAbove' : 'cases:duplicate.matterAbove')}`
              : ''}
          </p>
        )}
        {asksMatter && changesMatter !== null ? (
          <TextInput
            label={t('cases:duplicate.matter')}
            value={matter.value}
            maxLength={200}
            onChange={(event) => changesMatter(event.currentTarget.value)}
          />
        ) : null}
        {warned.length === 0 ? null : (
          <>
            <BothReadings
              caseId={caseId}
              {...{ storeId, noticeDate, scenarioId: scenario.id, platform: scenario.platformId }}
              ruleIds={warned.flatMap(({ ruleId }) => ruleId ?? [])}
            />
            <Checkbox
              checked={accepted}
              label={t('cases:duplicate.accept')}
              onChange={(event) => onAccept(event.currentTarget.checked)}
            />
          </>
        )}
        {blocking.length === 0 ? null : (
          <div>
            <ActButton act="drop-duplicates" keys="d" variant="default" onClick={() => onDrop(blocking)}>
              {t('cases:duplicate.drop')}
            </ActButton>
          </div>
        )}
      </div>
    </Section>
  );
}

/** What the chances in the way are counted by; null where nothing is, or not alike. */
function countedBy(findings: readonly DuplicateFinding[]): 'scene' | 'order' | 'item' | 'matter' | null {
  const kinds = new Set(
    findings.map(({ countedBy: parts }) =>
      parts.includes('scene')
        ? 'scene'
        : hasNumber(parts)
          ? 'matter'
          : parts.includes('item')
            ? 'item'
            : parts.includes('order')
              ? 'order'
              : null,
    ),
  );
  const [only = null] = kinds;
  return kinds.size === 1 ? only : null;
}

/** What a chance is of that is told by its number. */
const matterWord = ({ countedBy: parts }: Pick<DuplicateFinding, 'countedBy'>): 'item' | 'matter' =>
  parts.includes('item') ? 'item' : 'matter';

/** What no order tells from another, and its number does. */
const hasNumber = (parts: DuplicateFinding['countedBy']): boolean =>
  parts.includes('violation') || parts.includes('dispute');

/** Whether what was filed may be the same violation or dispute, which a number would tell. */
const isPerhapsOfMatter = ({
  link,
  countedBy: parts,
}: Pick<DuplicateFinding, 'link' | 'countedBy'>): boolean => link === 'perhaps' && hasNumber(parts);

/** More orders than this that meet the same case are said together. */
const MANY = 3;

/** Orders that meet the same case in the same way. */
interface FindingGroup extends Omit<DuplicateFinding, 'orderNumber' | 'allowed' | 'ruleId'> {
  readonly numbers: readonly string[];
}

const keyOf = ({ caseId, scenarioId, by, link, number }: Omit<FindingGroup, 'numbers'>): string =>
  `${caseId ?? ''} ${scenarioId ?? ''} ${by ?? ''} ${link ?? ''} ${number ?? ''}`;

function groupsOf(findings: readonly DuplicateFinding[]): readonly FindingGroup[] {
  return [...Map.groupBy(findings, keyOf).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, numbers: group.map(({ orderNumber }) => orderNumber) }];
  });
}

/** What is in the way: a chance that a case has, or, where there are several, that all of them are used. */
function RefusedWords({ group }: { readonly group: FindingGroup }) {
  const t = useText();
  const { caseId, numbers, by, link } = group;
  const several = useSeveralChances(caseId);
  if (several?.left === 0 && (link === 'matter' || numbers.length <= MANY))
    return link === 'matter'
      ? t(`cases:duplicate.usedUp.${matterWord(group)}`, { max: several.max })
      : t('cases:duplicate.usedUp', { max: several.max, numbers: t.format.list(numbers) });
  const elsewhere = by === 'elsewhere' ? '.elsewhere' : '';
  if (group.number !== null)
    return t(`cases:duplicate.refused.number${elsewhere}`, {
      number: group.number,
      first: group.caseNumber ?? '',
    });
  if (numbers.length > MANY) return t('cases:duplicate.refused.many', many(group));
  return numbers.map((number) => (
    <div key={number}>{t(`cases:duplicate.refused${elsewhere}`, { number })}</div>
  ));
}

const many = ({ numbers }: FindingGroup): { readonly count: number; readonly numbers: string } => ({
  count: numbers.length,
  numbers: numbers.join(' · '),
});

function FirstCase({ group, step }: { readonly group: FindingGroup; readonly step: string }) {
  const t = useText();
  if (group.caseId === null) return null;
  return (
    <p>
      <Link to={`/cases/${group.caseId}${step}`}>
        {t('cases:duplicate.open', { number: group.caseNumber ?? '' })}
      </Link>
    </p>
  );
}

interface BothReadingsProps {
  readonly caseId: string | undefined;
  readonly storeId: string;
  readonly scenarioId: string;
  readonly platform: string;
  readonly noticeDate: string | null;
  readonly ruleIds: readonly string[];
}

/** Both sides of the disagreement: by the rules of the case, or, where there is none yet, of the notice's day or of today. */
function BothReadings({ caseId, storeId, scenarioId, platform, noticeDate, ruleIds }: BothReadingsProps) {
  const t = useText();
  const ofCase = useQuery(
    api.cases.disputed.queryOptions({ input: { caseId: caseId ?? '' }, enabled: caseId !== undefined }),
  );
  const before = useQuery(
    api.cases.disputedBefore.queryOptions({
      input: { storeId, scenarioId, noticeDate },
      enabled: caseId === undefined,
    }),
  );
  const disputed = caseId === undefined ? before.data : ofCase.data;
  const bearing = (disputed ?? []).filter((each) => each.onChances && bears(each, ruleIds));
  // A side in no source's own words is told by what its rule is about.
  const rules = useQuery(api.rulebook.rules.queryOptions({ input: { platform } })).data ?? [];
  const titleOf = (ruleId: string) => rules.find(({ id }) => id === ruleId)?.title;
  if (bearing.length === 0) return null;
  return (
    <details open className="both-readings">
      <summary>{t('cases:duplicate.readings')}</summary>
      {bearing.map((conflict) => (
        <div key={conflict.id} className="form-stack">
          {conflict.positions.map((position) => (
            <RuleQuote
              key={`${position.ruleId}-${position.id}`}
              rule={withTitle(position, position.says ?? titleOf(position.ruleId))}
            />
          ))}
          {conflict.why === null ? null : <p className="ad-hint">{t.pick(conflict.why)}</p>}
        </div>
      ))}
    </details>
  );
}

function withTitle<Position extends Disputed['positions'][number]>(
  position: Position,
  title: Bilingual | undefined,
): Position & { readonly title?: Bilingual } {
  return title === undefined ? position : { ...position, title };
}

function bears({ positions }: Pick<Disputed, 'positions'>, ruleIds: readonly string[]): boolean {
  return positions.some(({ ruleId }) => ruleIds.includes(ruleId));
}
