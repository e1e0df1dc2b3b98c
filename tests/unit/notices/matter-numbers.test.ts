import { describe, expect, test } from 'vitest';
import { findMatterNumbers, findOrderNumbers, onlyMatterNumber } from '../../../shared/notices/index.ts';

const ORDER = '8012345678901001';

const numbers = (text: string): (string | boolean)[][] =>
  findMatterNumbers(text).map(({ number, label, isOwn }) => [label, number, isOwn]);

describe('the number of a violation is found by what the text calls it', () => {
  test.each([
    ['behind its label', '违规编号：WG20261120001', '违规编号', 'WG20261120001'],
    ['without a colon', '（违规单号 2026112099887766）', '违规单号', '2026112099887766'],
    ['in brackets', '处罚编号【CF-2026-11-0042】', '处罚编号', 'CF-2026-11-0042'],
    ['on the next line', '违规记录编号：\r\n 60012345', '违规记录编号', '60012345'],
    ['after “is”', '本次违规编号为60012345，请尽快申诉', '违规编号', '60012345'],
    ['in full-width figures', '违规编号：６００１２３４５', '违规编号', '60012345'],
    ['of a dispute', '纠纷编号: 502233445566', '纠纷编号', '502233445566'],
    ['in English', 'Violation ID: V-8833-221', 'Violation ID', 'V-8833-221'],
    ['of an English case', 'Case number #14422331', 'Case number', '14422331'],
  ])('%s', (_, text, label, number) => {
    expect(numbers(text)).toEqual([[label, number, true]]);
  });

  test.each([
    ['an order, also a breached one', `违规订单：${ORDER}，订单编号：${ORDER}`],
    ['a waybill and a phone', '运单号：YT8812345678901，电话 13800000000'],
    ['a count', '违规编号 1、2、3'],
    ['a date', '违规编号：2026-11-20'],
    ['a masked number', '违规编号：2026****0001'],
    ['what only stands near', '违规编号见附件，金额 600123 元'],
    ['a word that ends like a label', 'in the suitcase number 60012345'],
  ])('%s is none', (_, text) => {
    expect(numbers(text)).toEqual([]);
  });

  test('stands where the text has it, to the letter, and once', () => {
    const text = `订单编号：${ORDER}。违规编号：\u200bWG２０２６0001；通知编号：T60012345。违规编号：WG20260001`;
    const found = findMatterNumbers(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['WG２０２６0001', 'T60012345']);
  });

  test('in a list on one line all of one shape are, and the text alone does not say which', () => {
    const found = findMatterNumbers('违规编号：60012345、60012346，合计扣 12 分');
    expect(found.map(({ number }) => number)).toEqual(['60012345', '60012346']);
    expect(onlyMatterNumber(found)).toBeNull();
  });

  test('that of a notice or ticket is offered behind it and never taken for it', () => {
    const found = findMatterNumbers('工单编号：GD778899；违规编号：60012345');
    expect(found.map(({ number }) => number)).toEqual(['60012345', 'GD778899']);
    expect(onlyMatterNumber(found)?.number).toBe('60012345');
    expect(onlyMatterNumber(findMatterNumbers('工单编号：GD778899'))).toBeNull();
  });

  test('that of a dispute is no order number, whatever its shape', () => {
    const { orderNumbers, otherNumbers } = findOrderNumbers(`纠纷编号：${ORDER}`, String.raw`^\d{16}$`);
    expect(orderNumbers).toEqual([]);
    expect(otherNumbers.map(({ text }) => text)).toEqual([ORDER]);
  });
});
