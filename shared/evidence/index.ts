export * from './schema.ts';
export { proposeVouchers, type NamedItem, type NamedVoucher } from './propose-vouchers.ts';
export { linksIn } from './links.ts';
