import { notifications, notificationsStore } from '@mantine/notifications';
import { beforeEach, describe, expect, it } from 'vitest';
import { hideErrorToast, showErrorToast } from '../../../renderer/ui/toast.tsx';
import { createTranslator } from '../../../shared/i18n/index.ts';

const t = createTranslator('en');
const standing = () => notificationsStore.getState().notifications.map(({ message }) => message);

describe('what went wrong stands in the corner', () => {
  beforeEach(() => {
    hideErrorToast();
    notifications.clean();
  });

  it('until the same act succeeds, and not until another does', () => {
    showErrorToast(t, 'not yet', 'filing');
    hideErrorToast('another');
    expect(standing()).toEqual(['not yet']);
    hideErrorToast('filing');
    expect(standing()).toEqual([]);
  });

  it('until its room is left, whatever it is of; a later one takes its place', () => {
    showErrorToast(t, 'first', 'filing');
    showErrorToast(t, 'second');
    expect(standing()).toEqual(['second']);
    hideErrorToast();
    expect(standing()).toEqual([]);
  });
});
