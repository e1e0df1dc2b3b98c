import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { desktop } from '../../api/index.ts';
import { useText } from '../../ui/index.ts';

type FolderFieldProps = Omit<TextInputProps, 'onChange' | 'value'> & {
  readonly value: string;
  readonly onFolder: (folder: string) => void;
};

/** The path of a folder: written, or in the desktop program chosen. */
export function FolderField({ value, onFolder, readOnly = false, ...rest }: FolderFieldProps) {
  const t = useText();
  const choose = async (): Promise<void> => {
    const chosen = await desktop?.chooseFolder();
    if (typeof chosen === 'string') onFolder(chosen);
  };
  return (
    <TextInput
      {...rest}
      value={value}
      maxLength={4096}
      readOnly={readOnly}
      onChange={(event) => onFolder(event.currentTarget.value)}
      rightSectionWidth="auto"
      rightSection={
        desktop === null || readOnly ? null : (
          <Button variant="subtle" size="compact-sm" onClick={() => void choose()}>
            {t('workspace:chooseFolder')}
          </Button>
        )
      }
    />
  );
}
