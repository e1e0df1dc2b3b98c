import type { onboarding as english } from '../en/onboarding.ts';
import { chineseOf } from '../texts.ts';

export const onboarding = chineseOf<typeof english>()({
  title: 'onboarding',
});
