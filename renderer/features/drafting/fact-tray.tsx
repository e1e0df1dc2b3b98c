import { useContext } from 'react';
import { Link } from 'react-router';
import { ActPlain, Section, StatusWord, useText } from '../../ui/index.ts';
import { FactsContext } from './citation-node.tsx';
import { FACT_DRAG_TYPE } from './statement-editor.tsx';

interface FactTrayProps {
  readonly caseId: string;
  /** How often each fact is cited in the text. */
  readonly cited: ReadonlyMap<string, number>;
  readonly onPick: (factId: string) => void;
}

/** The facts beside the text: a click or a drag cites one. */
export function FactTray({ caseId, cited, onPick }: FactTrayProps) {
  const t = useText();
  const facts = useContext(FactsContext);
  return (
    <Section title={t('facts:title')} hint={facts.length === 0 ? undefined : t('drafting:cite.drag')}>
      {facts.length === 0 ? (
        <p className="ad-hint">
          {t('drafting:cite.empty')} <Link to={`/cases/${caseId}/facts`}>{t('drafting:cite.empty.act')}</Link>
        </p>
      ) : (
        <ul className="fact-tray">
          {facts.map((fact, index) => (
            <li key={fact.id}>
              <ActPlain
                act="cite"
                keys="f"
                label={t('drafting:cite.act')}
                of={fact.text}

                draggable
                onDragStart={(event) => {
                  event.dataTransfer.setData(FACT_DRAG_TYPE, fact.id);
                  event.dataTransfer.effectAllowed = 'copy';
                }}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onPick(fact.id)}
              >
                <span className="fact-number">{t('facts:number', { number: index + 1 })}</span>
                <span className="fact-tray-text">{fact.text}</span>
                {(cited.get(fact.id) ?? 0) > 0 ? (
                  <StatusWord kind="ok">{String(cited.get(fact.id) ?? 0)}</StatusWord>
                ) : fact.confirmedAt === null ? (
                  <StatusWord kind="open">{t('facts:unconfirmed')}</StatusWord>
                ) : null}
              </ActPlain>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
