export { OperatorSwitcher } from './operator-switcher.tsx';
export { SignInGate } from './sign-in-gate.tsx';
export { OperatorSettings } from './operator-settings.tsx';
