import { describe, expect, it } from 'vitest';
import { findingAddress, foldAlike } from '../../../renderer/features/packets/findings.ts';
import { decisionWords, hasFollowThrough } from '../../../renderer/features/submissions/decision-words.ts';
import { filedWords } from '../../../renderer/features/submissions/filed-words.ts';
import { spendWords } from '../../../renderer/features/submissions/spend-words.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import { readinessFinding, type ReadinessFinding } from '../../../shared/packets/index.ts';
import type { Decision, Outcome, Submission } from '../../../shared/submissions/index.ts';

const finding = (
  code: ReadinessFinding['code'],
  step: string,
  params: ReadinessFinding['params'] = {},
  weight: ReadinessFinding['weight'] = 'look',
): ReadinessFinding => ({ code, weight, step, params });

describe.each(['zh-CN', 'en'] as const)('the two askings before a chance is spent (%s)', (language) => {
  const t = createTranslator(language);
  const scene = { sceneTitle: '虚假交易', uncounted: false, returned: false, several: null };

  it('name the one chance of a notice, its orders, those contested, and that nothing is left', () => {
    const { spent, left, act } = spendWords({ ...scene, count: 40, contested: 12 }, t);
    expect(spent).toMatch(/40/);
    expect(spent).toMatch(/12/);
    expect(left).toMatch(/28/);
    // It is one chance, however many orders it covers.
    expect(act).not.toMatch(/40|12/);
  });

  it('speak of no rest where every order is contested', () => {
    expect(spendWords({ ...scene, count: 12, contested: 12 }, t).left).not.toMatch(/\d/);
  });

  it('name a chance for each order where each has its own', () => {
    const { spent, act, left } = spendWords({ ...scene, count: 2, contested: null }, t);
    expect(spent).toMatch(/2/);
    expect(act).toMatch(/2/);
    expect(left).toMatch(/虚假交易/);
  });

  it('say which of several chances it is, how many are left, and call none the only one', () => {
    const only = spendWords({ ...scene, count: 3, contested: 3 }, t);
    const first = spendWords({ ...scene, count: 3, contested: 3, several: { max: 3, left: 3 } }, t);
    expect(first.title).toMatch(/3.*1/);
    expect(first.left).toMatch(/2/);
    const last = spendWords({ ...scene, count: 3, contested: 3, several: { max: 3, left: 1 } }, t);
    expect(last.title).toMatch(/3.*3/);
    expect(last.left).not.toMatch(/\d/);
    for (const words of [first, last])
      for (const part of ['title', 'spent', 'acknowledge', 'act'] as const)
        expect(words[part], part).not.toBe(only[part]);
  });

  it('call no chance the only one where no source says how many there are', () => {
    const known = spendWords({ ...scene, count: 2, contested: null }, t);
    const { title, spent, left, act } = spendWords(
      { ...scene, uncounted: true, count: 2, contested: null },
      t,
    );
    for (const each of [title, left]) expect([known.title, known.left]).not.toContain(each);
    expect(`${title}${spent}${left}`).not.toMatch(/唯一|只有一次|only|no chance left|There is one/);
    expect(left).toMatch(/平台页面|page of the platform/);
    expect(act).toMatch(/2/);
  });

  it('never say that a chance is spent when the platform returned it for more', () => {
    for (const contested of [null, 12]) {
      const first = spendWords({ ...scene, count: 40, contested }, t);
      const again = spendWords({ ...scene, count: 40, contested, returned: true }, t);
      for (const part of ['title', 'spent', 'left', 'acknowledge', 'act'] as const)
        expect(again[part]).not.toBe(first[part]);
      expect(again.act).not.toMatch(/用掉|[Ss]pend/);
    }
  });

  it('have words for everything that can stand in the way', () => {
    for (const code of readinessFinding.shape.code.options)
      expect(t.find(`packets:finding.${code}`), code).not.toBeNull();
  });
});

const filed = (id: string, orderNumbers: readonly string[] = ['1'], correctedAt: number | null = null) =>
  ({ id, orderNumbers, correctedAt }) as unknown as Submission;
const answered = (submissionId: string, outcome: Outcome) => ({ submissionId, outcome }) as Decision;

describe.each(['zh-CN', 'en'] as const)('what a recorded filing did to the chances (%s)', (language) => {
  const t = createTranslator(language);
  const again = t('submissions:again.title');
  const nth = (place: number) => t('submissions:spend.done.several', { nth: place, max: 2 });

  it('names which of several chances each used, and calls only what came back or was asked for the same', () => {
    const submissions = [filed('a'), filed('b'), filed('c'), filed('d'), filed('x', ['1'], 5)];
    const decisions = [answered('a', 'returned'), answered('b', 'rejected')];
    const words = filedWords({ submissions, decisions, ofMatter: true, several: { max: 2, left: 0 } }, t);
    expect([...words]).toEqual([
      ['a', nth(1)],
      ['b', again],
      ['c', nth(2)],
      ['d', again],
    ]);
    expect(nth(2)).toMatch(/2.*2/);
  });

  it('counts what was used elsewhere before it', () => {
    const words = filedWords(
      { submissions: [filed('a')], decisions: [], ofMatter: true, several: { max: 2, left: 0 } },
      t,
    );
    expect(words.get('a')).toBe(nth(2));
  });

  it('names no number of orders where one chance covers them all', () => {
    const submissions = [filed('a', ['1', '2', '3'])];
    const words = (ofMatter: boolean) =>
      filedWords({ submissions, decisions: [], ofMatter, several: null }, t).get('a');
    expect(words(true)).toBe(t('submissions:spend.done.whole'));
    expect(words(false)).toMatch(/3/);
  });
});

describe.each(['zh-CN', 'en'] as const)('what an answer leaves (%s)', (language) => {
  const t = createTranslator(language);
  const no = { outcome: 'rejected', followed: false, until: null } as const;
  const two = (left: number) => ({ max: 2, left });

  it('says how many chances are left and until when, and calls none used up that is not', () => {
    const words = decisionWords({ ...no, several: two(1), until: '12-15 16:00' }, t);
    expect(words).toMatch(/1/);
    expect(words).toMatch(/12-15 16:00/);
    expect(words).not.toContain(t('submissions:says.rejected'));
    // The two parts are one sentence, with nothing else between them.
    expect(words.split(t('submissions:says.rejected.oneOf'))[1]?.trim()).toBe(
      t('submissions:left.until', { count: 1, when: '12-15 16:00' }),
    );
    expect(decisionWords({ ...no, several: two(1) }, t)).not.toMatch(/最迟|by /);
    for (const outcome of ['withdrawn', 'partly-upheld'] as const) {
      const other = decisionWords({ ...no, outcome, several: two(1) }, t);
      expect(other).toContain(t(`submissions:says.${outcome}`));
      expect(other).toContain(t('submissions:left', { count: 1 }));
    }
  });

  it('says that all are used after the last, and that another filing came after an earlier one', () => {
    expect(decisionWords({ ...no, several: two(0) }, t)).toMatch(/2/);
    const earlier = decisionWords({ ...no, several: two(0), followed: true }, t);
    expect(earlier).toBe(t('submissions:says.rejected.followed'));
    expect(decisionWords({ ...no, several: null }, t)).toBe(t('submissions:says.rejected'));
    expect(decisionWords({ ...no, outcome: 'upheld', several: two(1) }, t)).toBe(
      t('submissions:says.upheld'),
    );
  });
});

describe('looking after what was decided', () => {
  it('is offered after a no only where something is promised', () => {
    expect(hasFollowThrough('rejected', [])).toBe(false);
    expect(hasFollowThrough('rejected', [{ promise: 'advice' }, { promise: 'not-promised' }])).toBe(false);
    expect(hasFollowThrough('rejected', [{ promise: 'possible' }])).toBe(true);
    expect(hasFollowThrough('upheld', [])).toBe(true);
  });
});

describe('what stands in the way of exporting', () => {
  it('leads to where it is mended', () => {
    expect(findingAddress(finding('plan-missing', 'statement'))).toBe('statement?document=plan');
    expect(findingAddress(finding('plan-names-order', 'statement', { place: 'plan' }))).toBe(
      'statement?document=plan',
    );
    expect(findingAddress(finding('admitted-named', 'statement', { place: 'statement' }))).toBe('statement');
    expect(findingAddress(finding('admitted-named', 'evidence', { place: 'exhibit', name: '3' }))).toBe(
      'evidence?view=exhibits',
    );
    expect(
      findingAddress(finding('unproven-without-request', 'evidence', { orderNumber: '2314567890' })),
    ).toBe('evidence?order=2314567890');
    expect(findingAddress(finding('limit-unknown', 'packet'))).toBeNull();
  });

  it('is never buried under many of one kind, and never lost', () => {
    const many = Array.from({ length: 40 }, (_, place) =>
      finding('unproven-without-request', 'evidence', { orderNumber: String(place) }),
    );
    const all = [finding('unsorted-orders', 'orders'), ...many, finding('check-weak', 'check')];
    const parts = foldAlike(all);
    expect(parts.flatMap(({ shown, folded }) => [...shown, ...folded])).toEqual(all);
    expect(parts.flatMap(({ shown }) => shown)).toHaveLength(5);
    expect(parts.flatMap(({ shown }) => shown).at(-1)?.code).toBe('check-weak');
  });

  it('is one list where no kind comes in numbers', () => {
    const few = [
      finding('no-notice', 'notice'),
      finding('plan-missing', 'statement'),
      finding('check-weak', 'check'),
    ];
    expect(foldAlike(few)).toEqual([{ shown: few, folded: [] }]);
  });
});
