import * as React from 'react';
import { dayName } from '../../plan/calendar';
import type { Initiative } from '../../plan/initiative';
import type { Treatment } from '../../plan/politicalTreatment';
import { MeetingLink } from '../shared/MeetingLink';
import sharedStyles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import styles from './committees.module.scss';

/** The political treatment of the plan: body, day and outcome, the earliest first. */
export const PlanTreatment: React.FC<{ treatments: readonly Treatment[]; initiatives: readonly Initiative[] }> = ({ treatments, initiatives }) => (
  <section aria-labelledby="upl-treatment">
    <h3 id="upl-treatment">{text('committees.treatment')}</h3>
    {treatments.length === 0 && <p className={sharedStyles.muted}>{text('committees.treatment.none')}</p>}
    <ol className={styles.treatments}>
      {treatments.map(({ meeting, matters }) => (
        <li key={meeting.id}>
          <h4><MeetingLink meeting={meeting}>{meeting.forum} · {dayName(meeting.meetingDate, locale())}</MeetingLink></h4>
          {matters.length === 0 && <p className={sharedStyles.muted}>{text(`round.${meeting.state}` as const)}</p>}
          {matters.map(({ decision }) => (
            <div key={decision.id}>
              <p><strong>{text(`dec.${decision.kind}` as const)}</strong> · {concerns(decision.initiativeIds, initiatives)}</p>
              <p className={sharedStyles.running}>{decision.text}</p>
            </div>
          ))}
        </li>
      ))}
    </ol>
  </section>
);

function concerns(ids: readonly number[], initiatives: readonly Initiative[]): string {
  return ids.length === 0 ? text('obs.wholePlan') : initiatives.filter(({ id }) => ids.includes(id)).map(({ originalText }) => originalText).join(' · ');
}
