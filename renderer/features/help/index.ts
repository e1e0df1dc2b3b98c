export { HelpRoom } from './help-room.tsx';
export { KeysSheet } from './keys-sheet.tsx';
