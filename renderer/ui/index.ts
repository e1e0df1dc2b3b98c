/** The kit every room is built of. */
import '@mantine/core/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './fonts.css';
import './tokens.css';
import './kit.css';

export { theme, cssVariablesResolver } from './theme.ts';
export { LanguageProvider, useComputerZone, useNow, useText, useZone } from './language.tsx';
export { useZonedTimes } from './use-zoned-times.ts';
export { zonedTimes } from './zoned-times.ts';
export { Entries, Entry, Page, Section, Sheet } from './page.tsx';
export {
  DueText,
  EmptyState,
  ErrorNote,
  Loaded,
  Loading,
  Note,
  SavedState,
  StatusWord,
  type StatusKind,
} from './states.tsx';
export { CopyAct } from './copy-act.tsx';
export { LateText, SealPanel, SealStamp } from './seal.tsx';
export { ConfirmTwice } from './confirm-twice.tsx';
export { DataTable, type DataColumn, type RowAct } from './data-table.tsx';
export { MoveActs } from './move-acts.tsx';
export { CardList } from './card-list.tsx';
export { Certainty } from './certainty.tsx';
export { LoadedTable } from './loaded-table.tsx';
export { SearchField } from './search-field.tsx';
export { EntryPath } from './entry-path.tsx';
export { RulesOfDay, useRuleAddresses } from './rule-address.tsx';
export { RuleLinks } from './rule-links.tsx';
export { RuleQuote, type QuotedRule } from './rule-quote.tsx';
export { Ladder } from './ladder.tsx';
export { FileDrop } from './file-drop.tsx';
export { JobProgress } from './job-progress.tsx';
export { WaitProgress } from './wait-progress.tsx';
export { hideErrorToast, showErrorToast, showToast } from './toast.tsx';
export {
  FieldError,
  Form,
  SaveButton,
  SelectField,
  TextareaField,
  TextField,
  useFormHold,
  useZodForm,
} from './form.tsx';
export { NumberField } from './number-field.tsx';
export { useZoneNames, ZoneField } from './zone-field.tsx';
export { findZones, zoneCalled, type ZoneName } from './zone-names.ts';
export type { Hotkey } from './hotkey.ts';
export { useActKeys, useActs, useChoiceKey, useDeclaredActs, type Act } from './acts.ts';
export { ActButton, ActClose, ActIcon, ActNav, ActPlain, RowButton } from './act-button.tsx';
export { Dialog, SidePanel } from './dialog.tsx';
export { Kbd } from './kbd.tsx';
