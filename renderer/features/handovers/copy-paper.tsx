import { handoverText, type HandoverPaper } from '../../../shared/handovers/index.ts';
import { CopyAct, useText, useZone } from '../../ui/index.ts';

/** Copies the page as text, ready to be pasted into a chat with colleagues. */
export function CopyPaper({ paper }: { readonly paper: HandoverPaper }) {
  const t = useText();
  const zone = useZone();
  return (
    <CopyAct act="copy-handover" keys="y" words={handoverText(paper, t, zone)}>
      {t('handovers:copy')}
    </CopyAct>
  );
}
