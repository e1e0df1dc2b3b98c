export { chooseAct, CommandPalette, openPalette } from './command-palette.tsx';
