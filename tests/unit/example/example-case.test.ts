import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proposeVouchers } from '../../../shared/evidence/index.ts';
import { prepareExample, readExample } from '../../../shared/example/index.ts';
import { isAppError } from '../../../shared/kernel/index.ts';
import { findScenario, platforms, requirements } from '../../../shared/rulebook/index.ts';
import { compileShipped } from '../rulebook/shipped-packs.ts';

const TEXT = readFileSync(new URL('../../../shared/example/example-case.yaml', import.meta.url), 'utf8');
const NOW = Date.parse('2026-11-23T02:00:00Z');
const example = readExample(TEXT);
const { rulebook } = compileShipped();
const scenario = findScenario(rulebook, example.scenario);
const vouchers = requirements(rulebook, example.scenario);

/** What is said of the file with one thing in it exchanged for another. */
function problemsOf(from: string, to: string): readonly unknown[] {
  expect(TEXT).toContain(from);
  try {
    readExample(TEXT.replace(from, to));
  } catch (error) {
    if (isAppError(error) && error.code === 'INVALID_FILE') return error.params['problems'] as string[];
    throw error;
  }
  return [];
}

describe('the example keeps to the rules of the platform it plays on', () => {
  it('has a scenario of the shipped rulebook that begins with a notice', () => {
    expect(scenario).toMatchObject({ platformId: example.platform, notice: 'flagged-orders' });
  });

  it('has order numbers of the platform’s shape, that no spreadsheet has rounded', () => {
    const platform = platforms(rulebook).find(({ id }) => id === example.platform);
    const pattern = new RegExp(platform?.orderNumber?.pattern ?? 'none', 'u');
    for (const { number } of example.orders) {
      expect(number).toMatch(pattern);
      expect(number).not.toMatch(/^\d{15}0+$/);
    }
    expect(example.orders.length - example.flagged.length).toBe(40);
  });

  it('answers questions, and hands in vouchers, that the scenario knows', () => {
    const ids = vouchers.map(({ id }) => id);
    const { request, campaign } = example;
    for (const id of [...Object.keys(example.vouchers), request.requirement, campaign.requirement])
      expect(ids).toContain(id);
    const questions = scenario.facts.map(({ id }) => id);
    for (const id of Object.keys(example.answers)) expect(questions).toContain(id);
  });

  it.each(['zh-CN', 'en'] as const)(
    'names its files so that each is proposed for its voucher (%s)',
    (language) => {
      const { files, flagged } = prepareExample(example, language, NOW);
      const proposals = proposeVouchers(
        files.map(({ key, fileName }) => ({ itemId: key, fileName, label: '' })),
        flagged.map(({ number }) => number),
        vouchers,
        [],
      );
      expect(proposals.map(({ orderNumber, requirementId }) => `${orderNumber}/${requirementId}`)).toEqual(
        files.map(({ key }) => key).filter((key) => key.includes('/')),
      );
      for (const { itemId, orderNumber, requirementId } of proposals)
        expect(itemId).toBe(`${orderNumber}/${requirementId}`);
    },
  );

  it('fills every part of the statement and of the plan', () => {
    expect(example.statement).toHaveLength(scenario.structure.length);
    expect(example.plan).toHaveLength(3);
  });
});

describe('a slip in the file is named before anybody sees it', () => {
  it.each([
    ['a word that is no field', 'format: 1', 'format: 1\ncolour: red', /colour/],
    ['an order that is not in the export', "order: '3350012600000000672'", "order: '1'", /request\.order/],
    ['an order twice', "'3350012600000000404'", "'3350012600000000401'", /stands twice/],
    ['a fact that nobody wrote', 'facts: [chats]', 'facts: [dreams]', /statement\.1\.facts.*dreams/],
    ['a voucher nobody has', '524/chat-token', '524/horoscope', /facts\.1\.cites/],
    [
      'a file that does not say what it is',
      '示例，不是真实底单',
      '不是真实底单',
      /vouchers\.shipping-waybill\.text\.zh/,
    ],
    ['a shop that could be real', '示例·青釉茶具店', '青釉茶具店', /shop\.zh/],
    ['no YAML', 'format: 1', 'format: {', /./],
  ])('%s', (_what, from, to, said) => {
    expect(problemsOf(from, to).join('\n')).toMatch(said);
  });
});

describe('the example put into a moment', () => {
  it('has its notice five hours before, and every order behind it', () => {
    const { notice, orderExport, campaign } = prepareExample(example, 'zh-CN', NOW);
    expect(notice.issuedAt).toBe(Date.parse('2026-11-22T21:00:00Z'));
    expect(campaign).toMatchObject({ startsOn: '2026-10-28', endsOn: '2026-10-30' });
    const times = orderExport.text.match(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/g) ?? [];
    expect(times).toHaveLength(4 * example.orders.length);
    for (const time of times) expect(Date.parse(`${time.replace(' ', 'T')}:00+08:00`)).toBeLessThan(NOW);
    for (const language of ['zh-CN', 'en'] as const)
      expect(JSON.stringify(prepareExample(example, language, NOW))).not.toMatch(/\{\w+\}/);
  });
});
