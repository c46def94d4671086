import * as React from 'react';
import { addDays, type CalendarDate } from '../../plan/calendar';
import type { Meeting } from '../../plan/meeting';
import { periodName } from '../../plan/period';
import type { Person } from '../../plan/person';
import type { PlanSite } from '../../plan/ports/planStore';
import { problemOf } from '../../plan/problem';
import { recipientGroups } from '../../plan/rounds/messageLinks';
import { isPastDeadline, type Owing } from '../../plan/rounds/rounds';
import { readProblemText } from '../shared/problemText';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { messageFor, messageKinds, type MessageKind } from './messages';
import { MessageWays } from './MessageWays';
import { usePeople } from './roundQueries';

interface PeopleToAskProps {
  site: PlanSite;
  round: Meeting;
  today: CalendarDate;
  owing: readonly Owing[];
}

/** A message to so many still reads as one to a group that knows each other. */
const largestGroup = 50;

/** So many days before the deadline a request has become a reminder. */
const reminderDays = 3;

/** Those who miss something, each with a ready text and the ways to send it. The product itself sends nothing. */
export const PeopleToAsk: React.FC<PeopleToAskProps> = ({ site, round, today, owing }) => {
  const missing = owing.filter((each) => each.missing.length > 0);
  const ids = missing.map(({ personId }) => personId).filter((id): id is number => id !== undefined);
  const people = usePeople(site.timeZone, ids);
  const [chosen, setChosen] = React.useState<MessageKind>();
  const kind = chosen ?? usualKind(round, today);
  if (missing.length === 0) {
    return <p className={styles.muted}>{text('rounds.allReceived')}</p>;
  }
  const personOf = (id: number | undefined): Person | undefined => people.data?.find((person) => person.id === id);
  const addresses = Array.from(new Set(missing.map(({ personId }) => personOf(personId)?.email).filter((email): email is string => Boolean(email))));
  const groups = recipientGroups(messageFor(kind, round, addresses, undefined), largestGroup);
  return (
    <section aria-labelledby="upl-ask">
      <h4 id="upl-ask">{text('rounds.askHeading')}</h4>
      <p className={styles.muted}>{text('rounds.askHelp')}</p>
      <div role="radiogroup" aria-label={text('rounds.askKind')} className={styles.inlineChoices}>
        {messageKinds.map((each) => (
          <label key={each}><input type="radio" name="upl-message-kind" checked={kind === each} onChange={() => setChosen(each)} /> {text(`rounds.kind.${each}` as const)}</label>
        ))}
      </div>
      {people.error && <p role="alert" className={styles.notice}>{readProblemText(problemOf(people.error)).title}</p>}
      <table className={`${styles.table} ${styles.plainTable}`} role="table">
        <caption className={styles.visuallyHidden}>{text('rounds.askCaption', periodName(round.period, locale()))}</caption>
        <thead role="rowgroup">
          <tr role="row">{(['person', 'missing', 'message'] as const).map((column) => <th key={column} scope="col" role="columnheader">{text(`rounds.column.${column}` as const)}</th>)}</tr>
        </thead>
        <tbody role="rowgroup">
          {missing.map((each) => {
            const person = personOf(each.personId);
            const titles = each.missing.map(({ title }) => title);
            const email = person?.email;
            return (
              <tr role="row" key={each.personId ?? each.role}>
                <th scope="row" role="rowheader">{each.role || person?.name || text('responsible.none')}{person && person.name !== each.role && each.role && <span className={styles.muted}> · {person.name}</span>}</th>
                <td role="cell" data-label={text('rounds.column.missing')}><ul className={styles.plainList}>{titles.map((title) => <li key={title}>{title}</li>)}</ul></td>
                <td role="cell" data-label={text('rounds.column.message')}>
                  <MessageWays to={each.role || person?.name || ''} message={messageFor(kind, round, email ? [email] : [], titles)} note={people.isLoading || email ? undefined : text(person ? 'rounds.noMail' : 'rounds.noPerson')} />
                </td>
              </tr>
            );
          })}
          {addresses.length > 1 && groups.map((group, index) => {
            const name = groups.length === 1 ? text('rounds.everybody') : text('rounds.everybodyPart', index + 1, groups.length);
            return (
              <tr role="row" key={group[0]}>
                <th scope="row" role="rowheader">{name}</th>
                <td role="cell" data-label={text('rounds.column.missing')} className={styles.muted}>{text('rounds.everybodyHelp')}</td>
                <td role="cell" data-label={text('rounds.column.message')}><MessageWays to={name} message={messageFor(kind, round, group, undefined)} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

function usualKind(round: Meeting, today: CalendarDate): MessageKind {
  if (isPastDeadline(round, today)) {
    return 'overdue';
  }
  return round.statusDeadline !== undefined && addDays(today, reminderDays) >= round.statusDeadline ? 'remind' : 'request';
}
