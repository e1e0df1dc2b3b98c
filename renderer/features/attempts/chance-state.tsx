import type { AttemptState } from '../../../shared/attempts/index.ts';
import { StatusWord, useText, type StatusKind } from '../../ui/index.ts';

const KIND: Record<AttemptState, StatusKind> = {
  left: 'ok',
  held: 'part',
  spent: 'no',
  lapsed: 'no',
  unknown: 'warn',
};

/** A chance's state (剩余 / 草稿占用 / 已用 / 已过期 / 不确定) as icon and word. */
export function ChanceState({ state }: { readonly state: AttemptState }) {
  const t = useText();
  return <StatusWord kind={KIND[state]}>{t(`attempts:state.${state}`)}</StatusWord>;
}
