import sharp from 'sharp';

/** A file as it is dropped into the window. */
export interface InputFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The buyer of the walk and the orders that were placed and never paid. */
export const BUYER = 'mikhail.orlov';
export const ORDERS = ['8012345678901001', '8012345678901002', '8012345678901003'] as const;

const HEADERS = [
  '订单号',
  '订单状态',
  '买家名称',
  '下单时间',
  '付款时间',
  '订单金额',
  '产品信息',
  '订单备注',
  '收货人名称',
  '收货国家',
  '地址',
];

/** An order export as the platform's back office writes it: UTF-8 with BOM, line breaks inside a cell. */
export function orderExport(): InputFile {
  const rows = [
    [
      ORDERS[0],
      '等待买家付款',
      BUYER,
      '2026-11-16 10:02',
      '',
      'US $45.00',
      '无线鼠标\n数量 3',
      '',
      'M. Orlov',
      'RU',
      'Lenina 1',
    ],
    [
      ORDERS[1],
      '等待买家付款',
      BUYER,
      '2026-11-16 10:05',
      '',
      'US $45.00',
      '无线鼠标\n数量 3',
      'hahaha',
      'M. Orlov',
      'RU',
      'Lenina 1',
    ],
    [
      ORDERS[2],
      '等待买家付款',
      BUYER,
      '2026-11-17 21:40',
      '',
      'US $90.00',
      '无线鼠标\n数量 6',
      '',
      'M. Orlov',
      'RU',
      'Lenina 1',
    ],
    [
      '8012345678901004',
      '已完成',
      'anna.k',
      '2026-11-12 08:00',
      '2026-11-12 08:03',
      'US $12.50',
      '鼠标垫',
      '',
      'A. K.',
      'PL',
      'Polna 2',
    ],
  ];
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const csv = [HEADERS, ...rows].map((row) => row.map((each) => cell(each ?? '')).join(',')).join('\r\n');
  return { name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${csv}\r\n`, 'utf8') };
}

/** A screenshot, as a phone or a browser would save it. */
export async function screenshot(name: string, width = 900, height = 560): Promise<InputFile> {
  const lines = Array.from({ length: 8 }, (_, index) => {
    const top = 60 + index * 56;
    return `<rect x="40" y="${top}" width="${width - 80 - index * 40}" height="18" fill="#8a8f98"/>`;
  });
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#ffffff"/><rect width="100%" height="36" fill="#e4e7ec"/>${lines.join('')}</svg>`;
  return { name, mimeType: 'image/png', buffer: await sharp(Buffer.from(picture)).png().toBuffer() };
}

/** A chat log as text. */
export function chatLog(): InputFile {
  const text =
    '2026-11-17 21:44 buyer: I will order again and not pay\n2026-11-17 21:46 shop: please do not\n';
  return { name: 'chat.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
}

/** A PDF of one page with nothing but a line of text. */
export function pdfFile(name: string): InputFile {
  const stream = 'BT /F1 18 Tf 60 760 Td (Order history of the buyer) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  const whole = `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(whole, 'latin1') };
}

/** A file of no bytes. */
export function emptyFile(name: string): InputFile {
  return { name, mimeType: 'image/png', buffer: Buffer.alloc(0) };
}
