import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  checkPacksFromDisk,
  compilePacksFromDisk,
  packsFolderOf,
} from '../../../main/features/rulebook/compile-packs.ts';
import {
  compilePacks,
  findScenario,
  loadRulebook,
  type PackProblem,
} from '../../../shared/rulebook/index.ts';
import { compileShipped, packFilesBeside, scene, shippedPackFiles } from './shipped-packs.ts';

const report = 'aliexpress/report-buyer.yaml';
const packsDir = fileURLToPath(new URL('../../../shared/rulebook/packs/', import.meta.url));

/** What every test but those of broken packs looks at. */
const { rulebook } = compileShipped();

/** Problems after replacing text in a shipped file, and the line on which the new text stands. */
function broken(path: string, from: string, to: string): { problems: readonly PackProblem[]; line: number } {
  let line = 0;
  const files = packFilesBeside(path, shippedPackFiles()).map((file) => {
    if (file.path !== path) return file;
    const offset = file.text.indexOf(from);
    if (offset < 0) throw new Error(`the pack does not say ${from}`);
    line = file.text.slice(0, offset).split('\n').length;
    return { ...file, text: file.text.replace(from, () => to) };
  });
  const result = compilePacks(files);
  return { problems: result.ok ? [] : result.problems, line };
}

describe('the shipped packs', () => {
  it('compile from disk, without a problem, to a text that loads to the same rulebook', async () => {
    expect(await checkPacksFromDisk(packsDir)).toEqual([]);
    const { json, rulebook } = await compilePacksFromDisk(packsDir);
    expect(loadRulebook(json)).toEqual(rulebook);
    expect((await compilePacksFromDisk(packsDir)).json).toBe(json);
    expect(JSON.parse(json)).toMatchObject({ formatVersion: 1 });
  });

  it('hold every disagreement of the register', () => {
    const registered = rulebook.conflicts.map((conflict) => conflict.id);
    for (let index = 1; index <= 12; index += 1) expect(registered).toContain(`X${index}`);
    for (let index = 2; index <= 5; index += 1) expect(registered).toContain(`R17-${index}`);
  });

  it('write every scene with definition, example, counter-example, entry and rules, in both languages', () => {
    for (const scenario of rulebook.scenarios.values()) {
      for (const text of [scenario.title, scenario.definition, scenario.example, scenario.counterExample]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).not.toMatch(/\p{Script=Han}/u);
      }
      expect(scenario.ruleIds.length).toBeGreaterThan(0);
    }
  });

  it('name the way to each form in the platform’s words, and none where no source gives it', () => {
    const entryOf = (id: string) => findScenario(rulebook, id).entry;
    expect(entryOf(scene('no-sale'))).toMatchObject({
      path: ['违规', '我要举报', '举报恶意买家'],
      button: '我要投诉',
    });
    expect(entryOf('taobao.fake-transaction.goods')).toMatchObject({
      path: ['千牛卖家中心', '交易', '我要申诉', '发起申诉'],
      button: null,
    });
    expect(entryOf('pinduoduo.report-buyer.malicious-conduct')?.also).toEqual([
      ['消息', '会话设置', '举报买家'],
    ]);
    expect(entryOf('general.fake-transaction.flagged-orders')).toBeNull();
  });

  it('call one scene by all its names', () => {
    expect(findScenario(rulebook, scene('malicious-order')).platformWords).toEqual([
      '恶拍下单',
      '恶意下单',
      '恶拍占库存',
    ]);
  });

  it('never pass a second-hand text off as official, nor a missing limit as none', () => {
    for (const rule of rulebook.rules.values()) {
      if (/^(S1|S2)-/.test(rule.id)) expect(rule.readings.every((reading) => reading.secondHand)).toBe(true);
    }
    for (const gap of ['AE-G', 'G1', 'G2', 'TB-G', 'AL-G'])
      expect(rulebook.rules.get(gap)?.chosen.value.kind).toBe('unknown');
  });

  it('say of themselves how firm they stand, and never firmer than their sources', () => {
    for (const { id, readiness, sources } of rulebook.data.platforms) {
      const best = sources.map((source) => source.class);
      if (readiness.level === 'official')
        expect(
          best.some((each) => each !== 'S'),
          id,
        ).toBe(true);
      expect(readiness.says.zh, id).toMatch(/\p{Script=Han}/u);
    }
    const levelOf = (id: string) => rulebook.data.platforms.find((each) => each.id === id)?.readiness.level;
    expect(levelOf('aliexpress')).toBe('second-hand');
    for (const id of ['general', 'alibaba-1688', 'pinduoduo']) expect(levelOf(id)).toBe('unverified');
    for (const id of ['amazon', 'ebay', 'walmart']) expect(levelOf(id)).toBe('official');
  });
});

describe('a mistake in a pack', () => {
  it.each<[string, string, string, string, PackProblem['code']]>([
    [
      'a word the format does not know',
      report,
      '    kind: report\n',
      '    kind: report\n    colour: red\n',
      'schema',
    ],
    [
      'a clock from the notice where the seller begins',
      'taobao/violation.yaml',
      '    begins: platform\n',
      '    begins: seller\n',
      'not-declared',
    ],
    [
      'a scene that takes the account and cannot say that only an order is shown',
      'jd/report-buyer.yaml',
      '    dimension: order\n',
      '    dimension: account\n',
      'not-declared',
    ],
    ['a broken bracket', report, 'warns: ["S1-20"]', 'warns: ["S1-20"', 'yaml'],
    ['an id without quotes', report, 'acts: "S1-37"', 'acts: S1-37', 'quote-it'],
    ['a date without quotes', report, 'lastVerified: "2026-11-22"', 'lastVerified: 2026-11-22', 'quote-it'],
    ['a date that is none', report, 'lastVerified: "2026-11-22"', 'lastVerified: "2026-13-40"', 'schema'],
    ['a rule that does not exist', report, 'acts: "S1-37"', 'acts: "S1-99"', 'not-declared'],
    ['a rule of the wrong kind', report, 'acts: "S1-37"', 'acts: "S1-18"', 'wrong-type'],
    [
      'a fact nobody declared',
      report,
      '{ fact: order-count, atLeast: 2 }',
      '{ fact: order-cuont, atLeast: 2 }',
      'not-declared',
    ],
    [
      'a comparison that does not fit',
      report,
      '{ fact: order-count, atLeast: 2 }',
      '{ fact: order-count, is: true }',
      'wrong-type',
    ],
    ['an option that does not exist', report, 'oneOf: [hint, shown]', 'oneOf: [hint, proven]', 'wrong-type'],
    [
      'a check that punishes a good answer',
      report,
      '{ fact: order-count, atLeast: 2 }',
      '{ fact: order-count, atMost: 2 }',
      'wrong-way',
    ],
    [
      'two operators at once',
      report,
      '{ fact: order-count, atLeast: 2 }',
      '{ fact: order-count, atLeast: 2, atMost: 9 }',
      'schema',
    ],
    [
      'a mere distance from UTC as its zone',
      'aliexpress/platform.yaml',
      '\nzone: Asia/Shanghai',
      '\nzone: "+08:00"',
      'not-declared',
    ],
    [
      'a chance counted by what nothing knows',
      'kuaishou/violation.yaml',
      'key: [violation]',
      'key: [offence-number]',
      'schema',
    ],
    ['a chance counted by no matter', report, 'key: [order, scene]', 'key: [scene]', 'wrong-type'],
    ['a source nobody listed', report, 'source: seller-articles', 'source: hearsay', 'not-declared'],
    [
      'a time zone that does not exist',
      'aliexpress/platform.yaml',
      'zone: Asia/Shanghai',
      'zone: Asia/Nowhere',
      'not-declared',
    ],
    [
      'a calendar that does not exist',
      'aliexpress/platform.yaml',
      'calendar: CN',
      'calendar: XX',
      'not-declared',
    ],
    ['a second rule of the same id', report, '- id: "S1-02"', '- id: "S1-01"', 'duplicate'],
    [
      'text in one language only',
      report,
      'title: { zh: "恶拍下单", en: "Malicious ordering" }',
      'title: { zh: "恶拍下单" }',
      'schema',
    ],
    ['an alias', report, 'acts: "S1-37"', 'acts: &here "S1-37"\n  also: *here', 'yaml'],
    [
      'a question in days that a rule of hours is to answer',
      'taobao/report-buyer.yaml',
      'fact: order-age-days, atMost: { rule: "TB-16" }',
      'fact: order-age-days, atMost: { rule: "TB-01" }',
      'wrong-type',
    ],
    [
      'a question about things that a rule of days is to answer',
      report,
      'atMost: { rule: "S1-12" }',
      'atMost: { rule: "S1-11" }',
      'wrong-type',
    ],
    [
      'an amount held against one of another currency',
      'ebay/case-appeal.yaml',
      'atMost: { rule: "EB-02" }',
      'atMost: { rule: "EB-02B" }',
      'wrong-type',
    ],
    [
      'a penalty that nothing ends, and that ends',
      'lazada/violation.yaml',
      'endsBy: [nothing]',
      'endsBy: [nothing, upheld]',
      'wrong-way',
    ],
    [
      'a fine whose upper end lies below its lower',
      'law-cn/platform-disputes.yaml',
      'kind: sum, min: 5000000, max: 50000000',
      'kind: sum, min: 50000001, max: 50000000',
      'wrong-way',
    ],
    [
      'a change that is a yes or no',
      'taobao/report-buyer.yaml',
      'changesBy: ["TB-19"]',
      'changesBy: ["TB-17X"]',
      'wrong-type',
    ],
    [
      'a change of something that nobody knows',
      'taobao/report-buyer.yaml',
      'what: buyer-complaint, change: rejected',
      'what: buyer-mood, change: rejected',
      'schema',
    ],
    [
      'fields of which there are none',
      'jd/fake-transaction.yaml',
      'legible: [order-number, tracking-number, address] }',
      'legible: [] }',
      'not-declared',
    ],
    [
      'a price of false vouchers that is a yes or no',
      'walmart/dispute.yaml',
      'falseEvidence: ["WM-05C"]',
      'falseEvidence: ["WM-05B"]',
      'wrong-type',
    ],
    [
      'a step of a penalty for a scene that the platform has not',
      'aliexpress/violation.yaml',
      'scenes: [restricted-listing]',
      'scenes: [restricted-listin]',
      'not-declared',
    ],
    [
      'a count of months that leaves out days in review',
      'law-eu/digital-services.yaml',
      'daysSince: [notice-issued] }',
      'daysSince: [notice-issued], notInReview: true }',
      'wrong-type',
    ],
    [
      'a script that cannot leave out until when',
      'tiktok-shop/return-refund.yaml',
      '（{rule}）。申诉截止到什么时候（我方理解是 {until}）？',
      '（{rule}），申诉截止到什么时候（我方理解是 {until}）？',
      'wrong-type',
    ],
    [
      'a script that asks and answers in one breath what nobody may know',
      'tiktok-shop/return-refund.yaml',
      '申诉截止到什么时候（我方理解是 {until}）？',
      '申诉截止是不是 {until}？',
      'wrong-type',
    ],
    [
      'a script that names a rule outside of brackets',
      'tiktok-shop/return-refund.yaml',
      '（{rule}）。申诉截止到什么时候',
      '：{rule}。申诉截止到什么时候',
      'wrong-type',
    ],
    [
      'a span of a thousand years',
      'tiktok-shop/return-refund.yaml',
      'max: 7, unit: cd, from: appeal-available',
      'max: 365000, unit: cd, from: appeal-available',
      'schema',
    ],
  ])('%s is named with its line', (_what, path, from, to, code) => {
    const { problems, line } = broken(path, from, to);
    const found = problems.filter((problem) => problem.code === code);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((problem) => problem.file === path)).toBe(true);
    const lines = problems.map((problem) => problem.line);
    expect(Math.min(...lines.map((each) => Math.abs(each - line)))).toBeLessThanOrEqual(1);
  });

  it.each([
    ['chances', 'stripe/dispute.yaml', 'ST-02'],
    ['a penalty', 'lazada/return.yaml', 'LZ-05'],
    ['a deadline of the seller’s own', 'jd/dispute.yaml', 'JD-02'],
  ])('of %s that leave out which day chooses them is named', (_what, path, id) => {
    const text = shippedPackFiles().find((file) => file.path === path)?.text ?? '';
    const [before = '', after = ''] = text.split(`  - id: "${id}"\n`);
    const left = after.replace(/ {4}instant: notice\n/, '');
    const rule = `  - id: "${id}"\n`;
    const { problems } = broken(path, rule + after, rule + left);
    expect(before).not.toBe('');
    expect(problems.map(({ file, message }) => [file, message])).toContainEqual([
      path,
      `${id} does not say which instant chooses it`,
    ]);
  });

  it('sources that differ about a rule and stand in no register are named', () => {
    const path = 'taobao/platform.yaml';
    const text = shippedPackFiles().find((file) => file.path === path)?.text ?? '';
    const [register = ''] = /^ {2}- id: "TB-X1"\n(?: {4}.*\n)+/m.exec(text) ?? [];
    expect(register).not.toBe('');
    const messages = broken(path, register, '').problems.map(({ message }) => message);
    expect(messages).toContain(
      'the sources of TB-18 differ, and it stands in no conflict of the platform file',
    );
  });

  it('only where they speak of the same days: the ends of one source’s span and versions are no disagreement', () => {
    const path = 'jd/ip-appeal.yaml';
    const end = 'max: 3, unit: wd, from: notice-issued }\n        quote: null\n        source: ';
    const messagesOf = (to: string) =>
      broken(path, `${end}niuxuan-495730`, `${end}${to}`).problems.map(({ message }) => message);
    const message = 'the sources of JD-19R differ, and it stands in no conflict of the platform file';
    expect(messagesOf('niuxuan-495730')).toEqual([]);
    expect(messagesOf('jd-goods')).toEqual([message]);
    expect(messagesOf('jd-goods\n        effective: { from: "2023-01-01" }')).toEqual([message]);
    const text = shippedPackFiles().find((file) => file.path === path)?.text ?? '';
    const day =
      'id: one-day\n        value: { kind: duration, min: null, max: 1, unit: wd, from: notice-issued }';
    const [before = '', after = ''] = text.split(day);
    expect(after).not.toBe('');
    const versions = `${day}\n        effective: { to: "2022-12-31" }${after.replace(
      `${end}niuxuan-495730`,
      `${end}jd-goods\n        effective: { from: "2023-01-01" }`,
    )}`;
    expect(broken(path, day + after, versions).problems).toEqual([]);
    expect(before).not.toBe('');
  });

  it('a case type that leaves out where its form is is refused, even if nobody knows', () => {
    const { problems } = broken('ebay/request.yaml', 'entry: unknown\n', '');
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['ebay/request.yaml', 'where its form is has to be said, if only that it is unknown'],
    ]);
  });

  it('a case type whose seller is shown no way to go on is refused', () => {
    const path = 'lazada/return.yaml';
    const text = shippedPackFiles().find((file) => file.path === path)?.text ?? '';
    const section = /^routes:\n[^]*?(?=^rules:)/m.exec(text)?.[0] ?? '';
    const { problems } = broken(path, section, '');
    expect(problems.map(({ message }) => message)).toEqual([
      'a seller in one of its scenes is shown no way to go on',
    ]);
  });

  it('points to the column too', () => {
    const { problems, line } = broken(report, 'acts: "S1-37"', 'acts: "S1-99"');
    expect(problems).toEqual([
      {
        file: report,
        line,
        column: 3,
        path: 'attempts.acts',
        code: 'not-declared',
        message: 'no rule is called S1-99',
      },
    ]);
  });

  it('refuses hours of a daily window that name no window', () => {
    const { problems } = broken(report, 'unit: wd, from: submitted', 'unit: window-h, from: submitted');
    expect(problems).toMatchObject([{ file: report, code: 'wrong-type' }]);
    expect(problems[0]?.message).toContain('window');
  });

  it('refuses a clock in months that stands still during a review, which nobody would be able to count on the day', () => {
    const [from, to] = ['unit: wd, from: submitted', 'unit: month, from: submitted, pauseDuringReview: true'];
    const { problems } = broken(report, from, to);
    const text = shippedPackFiles().find((file) => file.path === report)?.text ?? '';
    const line =
      text.split('\n').findIndex((each) => each.includes('rules: ["S1-11", "AE-05", "S1-03"]')) + 1;
    expect(problems).toMatchObject([
      { file: report, line, path: expect.stringMatching(/^clocks\.0\.rules\.\d$/), code: 'wrong-type' },
    ]);
    expect(problems[0]?.message).toContain('pause-during-review');
    expect(problems[0]?.column).toBeGreaterThan(12);
  });

  it('names what is not quoted and what else is wrong of a reading in one run', () => {
    const said = 'confidence: M\n        lastVerified: "2026-11-22"';
    const { problems, line } = broken(report, said, 'confidence: sure\n        lastVerified: 2026-11-22');
    expect(problems).toMatchObject([
      { line: line + 1, code: 'quote-it' },
      { line, code: 'schema', path: expect.stringMatching(/confidence$/) },
    ]);
  });

  it('are found by the whole folder, by one platform’s and by the file that was corrected', async () => {
    for (const path of ['.', 'aliexpress', 'aliexpress/report-buyer.yaml'])
      expect(join(await packsFolderOf(join(packsDir, path)), './')).toBe(packsDir);
    await expect(packsFolderOf(join(packsDir, 'none.yaml'))).rejects.toMatchObject({ code: 'INVALID_FILE' });
  });

  it('stops the build with file, line and column', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'packs-'));
    try {
      for (const file of shippedPackFiles()) {
        await mkdir(dirname(join(folder, file.path)), { recursive: true });
        await writeFile(join(folder, file.path), file.text.replace('acts: "S1-37"', 'acts: "S1-99"'));
      }
      await expect(compilePacksFromDisk(folder)).rejects.toMatchObject({
        code: 'INVALID_FILE',
        params: {
          problems: [expect.stringMatching(/^aliexpress\/report-buyer\.yaml:\d+:3 attempts\.acts: /)],
        },
      });
      expect(await checkPacksFromDisk(folder)).toHaveLength(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    ['a file in no platform’s folder', [{ path: 'stray.yaml', text: 'format: 1' }]],
    [
      'a platform whose file is missing',
      shippedPackFiles().filter((file) => !file.path.endsWith('platform.yaml')),
    ],
    ['no files at all', []],
    ['a file larger than any person writes', [{ path: 'a/b.yaml', text: 'x'.repeat(1_000_001) }]],
  ])('%s is refused', (_what, files) => {
    const result = compilePacks(files);
    expect(result.ok).toBe(false);
    expect(result.ok ? [] : result.problems).not.toHaveLength(0);
  });

  it.each(['', '{', '{}', '{"formatVersion":2,"platforms":[]}', 'null'])(
    'a compiled text of %j is refused whole',
    (json) => {
      expect(() => loadRulebook(json)).toThrow(expect.objectContaining({ code: 'INVALID_FILE' }));
    },
  );

  it('in the compiled text is found again when it is loaded', () => {
    const { json } = compileShipped();
    const edited = json.replace('"acts":"S1-37"', '"acts":"S1-99"');
    expect(edited).not.toBe(json);
    expect(() => loadRulebook(edited)).toThrow(expect.objectContaining({ code: 'INVALID_FILE' }));
  });
});
