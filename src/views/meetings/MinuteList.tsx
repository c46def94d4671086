import * as React from 'react';
import type { DecisionWriting } from '../../plan/decision';
import { mattersOfMeeting, type TreatedMatter } from '../../plan/decisionHistory';
import { rolesInPlan } from '../../plan/planRoles';
import { useEditedRow, useEditing } from '../editing/EditingProvider';
import { useQueuedEdits } from '../outbox/OutboxProvider';
import { LazyPart } from '../shared/lazy';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './meetings.module.scss';
import type { ShownMeeting } from './meetingWork';
import { Minute } from './Minute';
import { useMadeRow } from './useMadeRow';

const DecisionEditor = React.lazy(() => import(/* webpackChunkName: 'minutes' */ './DecisionEditor'));

interface MinuteListProps extends ShownMeeting {
  /** Tells this list's drafts and places from those of other lists. */
  name: string;
  /** What a decision that is added begins with. */
  start: DecisionWriting;
  /** Whether a decision of the meeting stands in this list. */
  belongs: (decision: DecisionWriting) => boolean;
  /** What a decision is about is said, and can be chosen. */
  withSubjects?: boolean;
}

/** What a meeting has decided on something, with what follows; added and changed where it stands. */
export const MinuteList: React.FC<MinuteListProps> = ({ name, start, belongs, withSubjects = false, ...shown }) => {
  const { site, meeting, month, rows } = shown;
  const { startEdit, drafts } = useEditing();
  const edited = useEditedRow();
  const place = `new-${name}`;
  const draftKey = `D-new-${meeting.id}:${name}`;
  const adding = edited?.place === place;
  const [made, onMade] = useMadeRow(draftKey, adding);
  const roles = React.useMemo(() => rolesInPlan(month), [month]);
  const titles = new Map(month.initiatives.map(({ id, originalText }) => [id, originalText]));
  const titlesOf = ({ initiativeIds }: DecisionWriting): string[] => initiativeIds.map((id) => titles.get(id) ?? `#${id}`);
  const matters = mattersOfMeeting(rows, site.meetings, meeting.id).filter(({ decision }) => belongs(decision) && decision.id !== made);
  const all = [...matters, ...useWaiting(meeting.id).filter(({ decision }) => belongs(decision))];
  return (
    <div className={styles.minutes}>
      {all.length === 0 && !adding && <p className={sharedStyles.muted}>{text('meetings.noDecisions')}</p>}
      <ol className={sharedStyles.plainList}>
        {all.map((matter) => (
          <Minute key={matter.decision.clientKey ?? matter.decision.id} matter={matter} meeting={meeting} rights={site.rights} roles={roles} titles={withSubjects ? titlesOf(matter.decision) : []} choices={withSubjects ? month : undefined} />
        ))}
      </ol>
      {adding && (
        <LazyPart>
          <DecisionEditor meetingId={meeting.id} draftKey={draftKey} decision={rows.decisions.find(({ id }) => id === made)} start={start} choices={withSubjects ? month : undefined} mayFollowUp={site.rights.addFollowUps} onMade={onMade} />
        </LazyPart>
      )}
      {site.rights.addDecisions && !adding && (
        <p className={styles.actions}>
          <button type="button" className={sharedStyles.button} data-place={place} data-cell="decision" onClick={() => startEdit({ kind: 'decision', initiativeId: 0, place })}>{text('meet.addDecision')}</button>
          {drafts.has(draftKey) && <span className={sharedStyles.draft}>{text('draft.here')}</span>}
        </p>
      )}
    </div>
  );
};

/** Decisions of the meeting that wait to be sent, with what they set in motion. */
function useWaiting(meetingId: number): (TreatedMatter & { waits: true })[] {
  const commands = useQueuedEdits().map(({ command }) => command);
  return commands.flatMap((command) => {
    if (command.topic !== 'decision' || command.base || command.meetingId !== meetingId) {
      return [];
    }
    const { texts, clientKey } = command;
    const followUps = commands.flatMap((each) => (each.topic === 'followUp' && !each.base && each.decisionKey === clientKey ? [{ ...each.texts, id: 0, etag: '', problems: [] }] : []));
    return [{ decision: { ...texts, id: 0, etag: '', title: texts.text, meetingId, clientKey, problems: [] }, followUps, waits: true as const }];
  });
}
