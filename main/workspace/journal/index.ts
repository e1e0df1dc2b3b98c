export { CHAIN_START, sha256OfText } from './chain.ts';
export {
  custodyHash,
  journalHash,
  type CustodyFields,
  type JournalFields,
  type JournalPayload,
  type RowChange,
} from './entry.ts';
