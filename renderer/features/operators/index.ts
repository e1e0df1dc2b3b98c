export { OperatorSwitcher } from './operator-switcher.tsx';
export { SignInGate } from './sign-in-gate.tsx';
export { OperatorSettings } from './operator-settings.tsx';
export { PinField } from './pin-field.tsx';
export { useOperators, useSignIn } from './use-sign-in.ts';
