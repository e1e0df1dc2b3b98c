/** Where the vouchers of an order are gathered. */
export function vouchersOf(caseId: string, orderNumber: string): string {
  return `/cases/${caseId}/evidence?order=${encodeURIComponent(orderNumber)}`;
}
