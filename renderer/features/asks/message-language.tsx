import { SegmentedControl } from '@mantine/core';
import type { Language } from '../../../shared/i18n/index.ts';
import { useText } from '../../ui/index.ts';

interface MessageLanguageProps {
  /** Which messages, in words. */
  readonly of: string;
  readonly value: Language;
  readonly onChange: (language: Language) => void;
}

/** The language in which a message is to be sent, whatever the window's is. */
export function MessageLanguage({ of, value, onChange }: MessageLanguageProps) {
  const t = useText();
  return (
    <SegmentedControl
      size="xs"
      aria-label={`${t('asks:message.language')} · ${of}`}
      value={value}
      onChange={(chosen) => onChange(chosen === 'en' ? 'en' : 'zh-CN')}
      data={[
        { value: 'zh-CN', label: t('drafting:language.zh-CN') },
        { value: 'en', label: t('drafting:language.en') },
      ]}
    />
  );
}
