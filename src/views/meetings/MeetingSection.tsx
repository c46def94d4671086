import * as React from 'react';
import { rolesOf, type MeetingDetails } from '../../plan/meeting';
import type { MonthRows } from '../../plan/ports/planStore';
import { useEditedRow, useEditing } from '../editing/EditingProvider';
import { Icon } from '../shared/icons';
import { LazyPart } from '../shared/lazy';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './meetings.module.scss';

const MeetingEditor = React.lazy(() => import(/* webpackChunkName: 'meetingEditor' */ './MeetingEditor'));

/** The parts in which a meeting is prepared; each is edited where it stands. */
export const meetingSections = ['item', 'focus', 'people', 'texts'] as const;
export type MeetingSectionName = (typeof meetingSections)[number];

interface MeetingSectionProps {
  section: MeetingSectionName;
  meeting: MeetingDetails;
  month: MonthRows;
  mayEdit: boolean;
}

const headings = { item: 'meetings.item', focus: 'meet.focus', people: 'meetings.people', texts: 'meetings.texts' } as const;

export const MeetingSection: React.FC<MeetingSectionProps> = ({ section, meeting, month, mayEdit }) => {
  const { startEdit, drafts } = useEditing();
  const edited = useEditedRow();
  const place = `meeting-${section}`;
  const editing = edited?.place === place;
  const headingId = `upl-meeting-${section}`;
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.sectionHead}>
        <h3 id={headingId}>{text(headings[section])}</h3>
        {mayEdit && !editing && (
          <button type="button" className={`${sharedStyles.link} ${styles.notPrinted}`} aria-label={text(`meetings.edit.${section}` as const)} data-place={place} data-cell="meeting" onClick={() => startEdit({ kind: 'meeting', initiativeId: 0, place })}>
            <Icon name="pencil" /> {text('common.edit')}
          </button>
        )}
        {mayEdit && !editing && drafts.has(`M${meeting.id}:${section}`) && <span className={sharedStyles.draft}>{text('draft.here')}</span>}
      </div>
      {editing ? <LazyPart><MeetingEditor section={section} meeting={meeting} month={month} /></LazyPart> : <dl className={styles.facts}>{factsOf(section, meeting, month)}</dl>}
    </section>
  );
};

function factsOf(section: MeetingSectionName, meeting: MeetingDetails, month: MonthRows): React.ReactNode {
  switch (section) {
    case 'item':
      return (
        <>
          <Fact name={text('meet.caseOwner')} lines={[meeting.caseOwners]} />
          <Fact name={text('exp.caseNo')} lines={[meeting.caseNumber]} />
          <Fact name={text('meet.presenter')} lines={rolesOf(meeting.presenters)} otherwise={text('meetings.directorPresents')} />
          <Fact name={text('meetings.openOrClosed')} lines={[text(meeting.closedItem ? 'meet.closedItem' : 'meetings.openItem')]} />
        </>
      );
    case 'focus':
      return (
        <Fact
          name={text('obs.about')} otherwise={text('meetings.noFocus')}
          lines={[...month.initiatives.filter(({ id }) => meeting.focusInitiativeIds.includes(id)).map(({ originalText }) => originalText), meeting.focusText]}
        />
      );
    case 'people':
      return (
        <>
          <Fact name={text('meetings.invited')} lines={rolesOf(meeting.invitedText)} />
          <Fact name={text('meet.attending')} lines={rolesOf(meeting.attendingText)} />
        </>
      );
    default:
      return (
        <>
          <Fact name={text('meet.background')} lines={[meeting.background]} otherwise={text('meetings.fromTemplate')} />
          <Fact name={text('meet.presentation')} lines={[meeting.casePresentation]} otherwise={text('meetings.fromTemplate')} />
          <Fact name={text('meet.recommendation')} lines={[meeting.recommendation]} otherwise={text('meetings.fromTemplate')} />
        </>
      );
  }
}

const Fact: React.FC<{ name: string; lines: readonly string[]; otherwise?: string }> = ({ name, lines, otherwise = text('meetings.notSet') }) => {
  const written = lines.filter((line) => line.trim() !== '');
  return (
    <div>
      <dt>{name}</dt>
      <dd className={sharedStyles.running}>
        {written.length === 0 && <span className={sharedStyles.muted}>{otherwise}</span>}
        {written.length === 1 ? written[0] : written.length > 1 && <ul>{written.map((line) => <li key={line}>{line}</li>)}</ul>}
      </dd>
    </div>
  );
};
