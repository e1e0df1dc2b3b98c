export { CommandPalette, openPalette, type Command } from './command-palette.tsx';
