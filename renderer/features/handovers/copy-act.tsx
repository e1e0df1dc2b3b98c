import { CopyButton } from '@mantine/core';
import { handoverText, type HandoverPaper } from '../../../shared/handovers/index.ts';
import { ActButton, useText, useZone } from '../../ui/index.ts';

/** Copies the page as text, ready to be pasted into a chat with colleagues. */
export function CopyAct({ paper }: { readonly paper: HandoverPaper }) {
  const t = useText();
  const zone = useZone();
  return (
    <CopyButton value={handoverText(paper, t, zone)} timeout={2000}>
      {({ copied, copy }) => (
        <ActButton
          act="copy-handover"
          keys="y"
          label={t('handovers:copy')}
          variant={copied ? 'light' : 'default'}
          onClick={copy}
        >
          {t(copied ? 'handovers:copied' : 'handovers:copy')}
        </ActButton>
      )}
    </CopyButton>
  );
}
