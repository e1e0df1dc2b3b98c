import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  actWords,
  askWords,
  chanceWords,
  dueWords,
  type HandoverPage,
} from '../../../shared/handovers/index.ts';
import { Entries, Entry, LateText, Section, useText, useZone } from '../../ui/index.ts';

/** Every part of the page of a shift, as it stood when it was made: late is what was late then. */
export function PageParts({ page }: { readonly page: HandoverPage }) {
  const t = useText();
  const zone = useZone();
  const { at, due, changes, elsewhere, asks, held, spent } = page;
  return (
    <>
      <Part part="due" {...due}>
        {due.items.map((each) => {
          const words = dueWords(each, at, t, zone);
          return (
            <Entry
              key={each.clockId}
              lead={each.owner === 'mine' && each.dueAt < at ? <LateText>{words}</LateText> : words}
              title={<CaseLink {...each} />}
              detail={`${each.caseNumber} · ${t.pick(each.title)}`}
            />
          );
        })}
      </Part>
      <Part part="changes" {...changes}>
        {changes.items.map((each) => (
          <Entry
            key={each.caseId}
            lead={t.format.instant(each.lastAt, zone, at)}
            title={<CaseLink {...each} />}
            detail={[
              each.caseNumber,
              ...each.acts.map((act) => actWords(act, t)),
              ...(each.others === 0 ? [] : [t('handovers:others', { count: each.others })]),
            ].join(' · ')}
          />
        ))}
        {elsewhere.length === 0
          ? []
          : [
              <Entry
                key="elsewhere"
                lead=""
                title={t('handovers:outside')}
                detail={elsewhere.map((act) => actWords(act, t)).join(' · ')}
              />,
            ]}
      </Part>
      <Part part="asks" {...asks}>
        {asks.items.map((each) => (
          <Entry
            key={each.askId}
            lead={t.format.instant(each.askedAt, zone, at)}
            title={<CaseLink {...each} step="evidence?view=asks" />}
            detail={`${each.caseNumber} · ${askWords(each, t)}`}
          />
        ))}
      </Part>
      <Part part="held" {...held}>
        {held.items.map((each) => (
          <Entry
            key={`${each.caseId} ${each.scene.zh}`}
            title={<CaseLink {...each} />}
            detail={`${each.caseNumber} · ${chanceWords(each, t)}`}
          />
        ))}
      </Part>
      <Part part="spent" {...spent}>
        {spent.items.map((each) => (
          <Entry
            key={`${each.caseId ?? each.storeAlias} ${each.scene.zh} ${String(each.elsewhere)}`}
            title={
              each.caseId === null ? (
                t('handovers:ofStore', { store: each.storeAlias })
              ) : (
                <CaseLink {...each} caseId={each.caseId} />
              )
            }
            detail={[each.caseNumber, chanceWords(each, t)].filter((word) => word !== '').join(' · ')}
          />
        ))}
      </Part>
    </>
  );
}

interface PartProps {
  readonly part: 'due' | 'changes' | 'asks' | 'held' | 'spent';
  readonly items: readonly unknown[];
  readonly left: number;
  readonly children: readonly ReactNode[];
}

function Part({ part, items, left, children }: PartProps) {
  const t = useText();
  const heading = t(`handovers:part.${part}`);
  const lines = children.flat();
  return (
    <Section
      title={heading}
      hint={items.length + left === 0 ? undefined : t.format.count(items.length + left)}
    >
      {lines.length === 0 ? (
        <p className="ad-dim">{t(`handovers:part.${part}.none`)}</p>
      ) : (
        <Entries label={heading}>{lines}</Entries>
      )}
      {left === 0 ? null : <p className="ad-hint">{t('handovers:left', { count: left })}</p>}
    </Section>
  );
}

interface CaseLinkProps {
  readonly caseId: string;
  readonly caseTitle: string;
  readonly storeAlias: string;
  readonly step?: string;
}

function CaseLink({ caseId, caseTitle, storeAlias, step }: CaseLinkProps) {
  return (
    <Link to={`/cases/${caseId}${step === undefined ? '' : `/${step}`}`}>
      {storeAlias} · {caseTitle}
    </Link>
  );
}
