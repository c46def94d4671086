import * as React from 'react';
import { agendaParts, type AgendaStep } from '../../plan/agenda';
import type { Meeting } from '../../plan/meeting';
import { Icon } from '../shared/icons';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { MeetingLink } from '../shared/MeetingLink';
import styles from './meetings.module.scss';
import { stepTitle } from './stepText';

/** The way through the item, part by part: each leads into the meeting view at its place. */
export const Way: React.FC<{ meeting: Meeting; steps: readonly AgendaStep[] }> = ({ meeting, steps }) => (
  <section className={styles.section} aria-labelledby="upl-way">
    <div className={styles.sectionHead}><h3 id="upl-way">{text('meetings.way')}</h3></div>
    <p className={`${sharedStyles.muted} ${styles.notPrinted}`}>{text('meetings.wayHelp')}</p>
    <ol className={styles.way}>
      {agendaParts.map((part) => ({ part, ofPart: steps.filter((step) => step.part === part) })).filter(({ part, ofPart }) => ofPart.length > 0 && part !== 'opening' && part !== 'closing').map(({ part, ofPart }) => (
        <li key={part}>
          <span className={styles.partName}>{text(`meetings.part.${part}` as const)}</span> <span className={sharedStyles.muted}>{ofPart.length}</span>
          <ol>
            {ofPart.map((step) => (
              <li key={step.key}>
                <MeetingLink meeting={meeting} step={step.key}>{stepTitle(step, meeting)}</MeetingLink>
                {hasObs(step) && <span className={styles.flag}> <Icon name="flag" /> {text('obs.label')}</span>}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  </section>
);

function hasObs(step: AgendaStep): boolean {
  switch (step.part) {
    case 'efforts':
      return step.obs.length > 0;
    case 'initiatives':
    case 'focus':
      return step.row.obs.some(({ open }) => open);
    default:
      return step.part === 'obs';
  }
}
