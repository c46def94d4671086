import * as React from 'react';
import { dayName } from '../../plan/calendar';
import type { FollowUpEntry, FollowUpGrouping } from '../../plan/decisionHistory';
import { isOpenFollowUp, type FollowUp } from '../../plan/followUp';
import { isNamed, type Initiative } from '../../plan/initiative';
import { useEditedRow, useEditing } from '../editing/EditingProvider';
import { Responsible } from '../overview/Responsible';
import { useAnnounce } from '../shared/announcer';
import { download, fileNameOf } from '../shared/download';
import { Icon } from '../shared/icons';
import { LazyPart } from '../shared/lazy';
import { useSite } from '../shared/queries';
import { useServices } from '../shared/services';
import sharedStyles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import styles from './followUps.module.scss';

const FollowUpEditor = React.lazy(() => import(/* webpackChunkName: 'followUpEditor' */ './FollowUpEditor'));

interface FollowUpItemProps {
  entry: FollowUpEntry;
  /** Under initiatives one follow-up may stand in several places. */
  place: string;
  initiatives: readonly Initiative[];
  mayEdit: boolean;
  grouping: FollowUpGrouping;
}

/** Puts the date of a follow-up among the downloads, as a file for any calendar. */
function useDateFile(): (followUp: FollowUp) => Promise<void> {
  const { now } = useServices();
  const site = useSite().data;
  return async (followUp) => {
    const { calendarFile, followUpEntry } = await import(/* webpackChunkName: 'calendar' */ '../../documents/calendar/calendarFile');
    const entry = followUpEntry(followUp, site?.url ?? '', window.location.href, text);
    if (entry) {
      download(new Blob([calendarFile([entry], now().toISOString())], { type: 'text/calendar' }), fileNameOf([followUp.title], 'ics'));
    }
  };
}

/** One follow-up: what, who, when, how far, and what it came from. */
export const FollowUpItem: React.FC<FollowUpItemProps> = ({ entry, place, initiatives, mayEdit, grouping }) => {
  const { followUp, decision, meeting, initiativeIds, overdue } = entry;
  const { startEdit } = useEditing();
  const edited = useEditedRow();
  const announce = useAnnounce();
  const saveDate = useDateFile();
  const editing = edited?.kind === 'followUp' && edited.place === place;
  const titles = initiatives.filter((initiative) => isNamed(initiative, initiativeIds)).map(({ originalText }) => originalText);
  return (
    <li className={styles.item} data-place={place} data-cell="followUp" tabIndex={-1}>
      <p className={styles.title}>{followUp.title}</p>
      {grouping !== 'initiative' && titles.length > 0 && <p className={sharedStyles.muted}>{titles.join(' · ')}</p>}
      <dl className={styles.facts}>
        <div><dt>{text('act.owner')}</dt><dd><Responsible role={followUp.responsibleRole} personId={followUp.responsibleId} /></dd></div>
        <div>
          <dt>{text('act.due')}</dt>
          <dd>{followUp.dueDate ? dayName(followUp.dueDate, locale()) : text('followUps.noDate')}{overdue && <strong className={styles.overdue}> <Icon name="Attention" /> {text('act.Overdue')}</strong>}</dd>
        </div>
        <div><dt>{text('followUps.state')}</dt><dd>{text(`act.${followUp.state}` as const)}</dd></div>
      </dl>
      {followUp.note && !editing && <p className={sharedStyles.running}>{followUp.note}</p>}
      {decision && <p className={sharedStyles.muted}>{[meeting?.title, `${text(`dec.${decision.kind}` as const)}: ${decision.text}`].filter(Boolean).join(' · ')}</p>}
      {followUp.problems.map((problem) => <p key={problem.column} className={sharedStyles.notice}>{text('row.unreadable', problem.column, problem.found)}</p>)}
      {editing && <LazyPart><FollowUpEditor followUp={followUp} mine={entry.mine} /></LazyPart>}
      {!editing && (
        <p className={sharedStyles.rowActions}>
          {mayEdit && <button type="button" className={entry.mine ? sharedStyles.link : sharedStyles.quietLink} aria-label={`${text(entry.mine ? 'followUps.update' : 'row.onBehalf')}: ${followUp.title}`}
            onClick={() => startEdit({ kind: 'followUp', initiativeId: 0, place })}>
            <Icon name="pencil" /> {text(entry.mine ? 'followUps.update' : 'row.onBehalf')}
          </button>}
          {followUp.dueDate && isOpenFollowUp(followUp) && (
            <button type="button" className={sharedStyles.quietLink} aria-label={`${text('meetings.icsFile')}: ${followUp.title}`} onClick={() => { saveDate(followUp).catch(() => announce(text('export.failed'))); }}>{text('meetings.icsFile')}</button>
          )}
        </p>
      )}
    </li>
  );
};
