import { describe, expect, it } from 'vitest';
import {
  isEmptyRow,
  isOrderHeader,
  proposeMapping,
  readOrderRow,
  type RowReader,
} from '../../../shared/orders/index.ts';

const HEADERS = [
  '订单号',
  '订单状态',
  '买家名称',
  '下单时间',
  '付款时间',
  '订单金额',
  '订单备注',
  '收货地址',
  '地址',
  '未知列',
];
const READER: RowReader = {
  headers: HEADERS,
  mapping: proposeMapping(HEADERS),
  zone: 'Asia/Shanghai',
  currency: 'USD',
};
const ROW = [
  '8012345678901234',
  '等待您发货',
  'Ivan',
  '2026-11-02 20:14',
  '',
  'US $12.34',
  'asdf',
  'Lenina 1',
  'x',
  '备用',
];

describe('the columns of an export find their fields', () => {
  it('knows the headers of the Chinese and of the English back office', () => {
    expect(READER.mapping).toMatchObject({ orderNumber: 0, status: 1, buyerName: 2, orderedAt: 3, total: 5 });
    const english = ['Order ID', 'Order Status', 'Buyer Name', 'Order Time', 'Payment Time', 'Total'];
    expect(proposeMapping(english)).toMatchObject({
      orderNumber: 0,
      buyerName: 2,
      orderedAt: 3,
      paidAt: 4,
      total: 5,
    });
  });

  it('reads a header through brackets, spaces, marks and letter case', () => {
    expect(
      proposeMapping([
        '\ufeff订单号',
        ' ORDER  STATUS ',
        '产品信息（双击单元格展开所有产品信息！）',
        '*买家名称',
      ]),
    ).toMatchObject({
      status: 1,
      items: 2,
      buyerName: 3,
    });
    expect(isOrderHeader(['\ufeff订单号', '买家名称'])).toBe(true);
    expect(isOrderHeader(['姓名', '电话'])).toBe(false);
  });

  it('never gives one column to two fields, and lets the exact word win', () => {
    const mapping = proposeMapping(['地址', '收货地址', '订单号', '订单编号']);
    expect(mapping.address).toBe(1);
    expect(mapping.orderNumber).toBe(2);
    const places = Object.values(mapping);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('a row becomes an order, or is refused with the cell that is to blame', () => {
  it('keeps what no field takes under its own header', () => {
    expect(readOrderRow(ROW, 2, READER)).toMatchObject({
      ok: true,
      values: {
        orderNumber: '8012345678901234',
        paidAt: null,
        totalMinor: 1234,
        extra: { 未知列: '备用', 地址: 'x' },
      },
    });
  });

  it.each([
    [0, '8.01235E+15', '订单号', 'order-number-scientific'],
    [0, '', '订单号', 'order-number-missing'],
    [3, '昨天晚上', '下单时间', 'time-unreadable'],
    [5, '面议', '订单金额', 'amount-unreadable'],
  ])('names row, column and value of a bad cell in column %i', (place, value, column, reason) => {
    expect(readOrderRow(ROW.with(place, value), 17, READER)).toEqual({
      ok: false,
      reject: { row: 17, column, value, reason },
    });
  });

  it('cuts a monstrous value in the message, not in the data', () => {
    const reading = readOrderRow(ROW.with(0, '坏'.repeat(5000)), 3, READER);
    expect(reading.ok === false && reading.reject.value.length).toBe(80);
    const fine = readOrderRow(ROW.with(6, '长'.repeat(5000)), 3, READER);
    expect(fine.ok && fine.values.remark.length).toBe(5000);
  });

  it('reads a short row as one whose last cells are empty', () => {
    expect(readOrderRow(['8012345678901234'], 2, READER)).toMatchObject({
      ok: true,
      values: { buyerName: '', orderedAt: null, totalMinor: null, currency: null },
    });
  });

  it('passes over empty rows and total lines, and over nothing else', () => {
    expect(isEmptyRow(['', ' ', '\t'])).toBe(true);
    expect(isEmptyRow(['合计', '', '', '', '', 'US $99.00'])).toBe(true);
    expect(isEmptyRow(['', 'Total: 3'])).toBe(true);
    expect(isEmptyRow(ROW)).toBe(false);
    expect(isEmptyRow(['8012345678901234', '合计'])).toBe(false);
  });
});
