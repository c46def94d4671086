import * as React from 'react';
import type { Meeting } from '../../plan/meeting';
import { keepFocus } from '../shared/keepFocus';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface MeetingTableProps<Form extends string> {
  caption: string;
  meetings: readonly Meeting[];
  /** The first column: what the meeting is called. */
  title: (meeting: Meeting) => React.ReactNode;
  columns: readonly { label: string; cell: (meeting: Meeting) => React.ReactNode }[];
  /** What can be done to a meeting; `open` makes a button that opens a form below its row. */
  actions: (meeting: Meeting, open: (form: Form, label: string) => React.ReactElement) => React.ReactNode;
  form: (form: Form, meeting: Meeting, onDone: () => void) => React.ReactNode;
}

/** Meetings, one a row, each with what can be done to it; a form opens below the row that it is about. */
export function MeetingTable<Form extends string>({ caption, meetings, title, columns, actions, form }: MeetingTableProps<Form>): React.ReactElement {
  const [doing, setDoing] = React.useState<{ meetingId: number; form: Form }>();
  const table = React.useRef<HTMLTableElement>(null);
  return (
    <table ref={table} className={`${styles.table} ${styles.plainTable}`} role="table">
      <caption className={styles.visuallyHidden}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{text('rounds.column.meeting')}</th>
          {columns.map(({ label }) => <th key={label} scope="col" role="columnheader">{label}</th>)}
          <th scope="col" role="columnheader">{text('rounds.column.actions')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {meetings.map((meeting) => {
          const open = doing?.meetingId === meeting.id ? doing.form : undefined;
          const done = (): void => {
            setDoing(undefined);
            // After the form is gone: the focus goes back to the row that it stood in.
            setTimeout(() => table.current?.querySelector<HTMLElement>(`tr[data-meeting="${meeting.id}"] button`)?.focus(), 0);
            // One that has nothing left to press after it was cancelled.
            keepFocus(`meeting-${meeting.id}`);
          };
          const button = (which: Form, label: string): React.ReactElement => (
            <button type="button" className={styles.link} aria-expanded={open === which} aria-label={`${label}: ${meeting.title}`} onClick={() => setDoing(open === which ? undefined : { meetingId: meeting.id, form: which })}>{label}</button>
          );
          return (
            <React.Fragment key={meeting.id}>
              <tr role="row" data-meeting={meeting.id} data-place={`meeting-${meeting.id}`} tabIndex={-1}>
                <th scope="row" role="rowheader">{title(meeting)}</th>
                {columns.map(({ label, cell }) => <td key={label} role="cell" data-label={label}>{cell(meeting)}</td>)}
                <td role="cell" data-label={text('rounds.column.actions')}><div className={styles.rowActions}>{actions(meeting, button)}</div></td>
              </tr>
              {open && <tr role="row" className={styles.detailsRow}><td role="cell" colSpan={columns.length + 2}>{form(open, meeting, done)}</td></tr>}
            </React.Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
