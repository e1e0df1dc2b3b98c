import type { ColumnMapping, OrderField } from './schema.ts';

/** Words that exports use for each field, compared without case, spaces and brackets. The first that is found wins. */
const SYNONYMS: Readonly<Record<OrderField, readonly string[]>> = {
  orderNumber: [
    '订单号',
    '订单编号',
    '主订单号',
    '主订单编号',
    'order id',
    'order no',
    'order no.',
    'order number',
    'orderid',
  ],
  buyerName: [
    '买家名称',
    '买家会员名',
    '买家昵称',
    '买家',
    'buyer name',
    'buyer',
    'buyer id',
    'buyer login id',
  ],
  status: ['订单状态', '状态', 'order status', 'status'],
  orderedAt: [
    '下单时间',
    '订单创建时间',
    '创建时间',
    'order time',
    'order date',
    'created time',
    'order created time',
  ],
  paidAt: ['付款时间', '支付时间', '订单付款时间', 'payment time', 'paid time', 'payment date'],
  shippedAt: ['发货时间', '实际发货时间', 'shipping time', 'shipped time', 'ship date'],
  receivedAt: ['确认收货时间', '收货时间', '签收时间', 'received time', 'confirmed time', 'delivery time'],
  shipBy: ['发货期限', '最晚发货时间', '发货截止时间', 'ship by', 'shipping deadline', 'ship-by date'],
  total: [
    '订单金额',
    '买家实际支付金额',
    '总金额',
    '实付金额',
    'order amount',
    'total',
    'order total',
    'amount',
  ],
  items: [
    '产品信息',
    '产品信息双击单元格展开所有产品信息',
    '宝贝标题',
    '商品名称',
    '商品信息',
    'product information',
    'products',
    'item',
    'product name',
  ],
  remark: [
    '订单备注',
    '买家留言',
    '买家备注',
    '备注',
    'order remarks',
    'order note',
    'buyer message',
    'remark',
    'note',
  ],
  recipient: [
    '收货人名称',
    '收货人姓名',
    '收货人',
    '收件人',
    'recipient',
    'recipient name',
    'contact name',
    'receiver',
  ],
  country: ['收货国家', '国家', '收货国家/地区', 'country', 'ship to country', 'destination country'],
  address: ['收货地址', '详细地址', '地址', 'address', 'shipping address', 'delivery address'],
  phone: ['手机', '联系手机', '联系电话', '手机号', 'mobile', 'phone', 'tel', 'telephone'],
  trackingNumber: [
    '实际发货物流:运单号',
    '物流单号',
    '快递单号',
    '运单号',
    'tracking number',
    'tracking no',
    'logistics tracking number',
    'waybill',
  ],
  shopName: ['店铺名称', '店铺名', '店铺', 'shop name', 'store name', 'shop'],
};

/** A header without what exports differ in: case, spaces, brackets and their kinds, exclamation marks. */
function normaliseHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]{}（）【】!！*"'_.]/g, '');
}

/**
 * Proposes which column holds which field. Exact words first, so that 地址 never takes 收货地址's place.
 *
 * @returns column places from 0; a field no column fits is left out.
 */
export function proposeMapping(headers: readonly string[]): ColumnMapping {
  const places = new Map<string, number>();
  headers.forEach((header, place) => {
    const key = normaliseHeader(header);
    if (key !== '' && !places.has(key)) places.set(key, place);
  });
  const mapping: ColumnMapping = {};
  const taken = new Set<number>();
  for (const [field, words] of Object.entries(SYNONYMS) as [OrderField, readonly string[]][]) {
    for (const word of words) {
      const place = places.get(normaliseHeader(word));
      if (place === undefined || taken.has(place)) continue;
      mapping[field] = place;
      taken.add(place);
      break;
    }
  }
  return mapping;
}

/** Whether a row of cells reads like the header of an order export: it names the order number. */
export function isOrderHeader(cells: readonly string[]): boolean {
  return proposeMapping(cells).orderNumber !== undefined;
}
