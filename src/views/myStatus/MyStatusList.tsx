import * as React from 'react';
import { dayName, type CalendarDate } from '../../plan/calendar';
import { nextMissing, type MyStatus, type MyStatusItem } from '../../plan/myStatus';
import { periodName, type Period } from '../../plan/period';
import type { PlanSite } from '../../plan/ports/planStore';
import { isPastDeadline } from '../../plan/rounds/rounds';
import { EditingProvider, useEditedRow, useEditing, type RowEdit } from '../editing/EditingProvider';
import { useQueuedEdits } from '../outbox/OutboxProvider';
import { useNarrow } from '../overview/useNarrow';
import { MonthPicker } from '../shared/MonthPicker';
import { ReceivedBar } from '../shared/ReceivedBar';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { FollowUpLine } from './FollowUpLine';
import { MyStatusEntry } from './MyStatusEntry';
import { NothingToDo } from './NothingToDo';

interface MyStatusListProps {
  site: PlanSite;
  view: MyStatus;
  today: CalendarDate;
  months: { firstPeriod: Period; lastPeriod: Period };
  /** Whoever came by a link to this view has come to write: the first missing stands ready. */
  byLink: boolean;
  onPeriod: (period: Period) => void;
}

/** The month's list with its head, and the way from one item to the next. */
export const MyStatusList: React.FC<MyStatusListProps> = (props) => {
  const { site, view } = props;
  const items = useSteadyOrder(view.items);
  const submitted = React.useRef<string>();
  const queued = useQueuedEdits();
  // What waits for the line has been written: nobody is led there.
  const unwritten = items.filter(({ reportKey }) => !queued.some(({ key }) => key === reportKey));
  const latest = React.useRef(unwritten);
  latest.current = unwritten;
  const goesOn = React.useCallback((ended: RowEdit): RowEdit | undefined => {
    const next = submitted.current === ended.place ? nextMissing(latest.current, ended.place) : undefined;
    submitted.current = undefined;
    return next && editOf(next);
  }, []);
  return (
    <EditingProvider site={site} period={view.period} goesOn={goesOn}>
      <Items {...props} items={items} unwritten={unwritten} onSubmitted={(key) => { submitted.current = key; }} />
    </EditingProvider>
  );
};

const Items: React.FC<MyStatusListProps & { items: readonly MyStatusItem[]; unwritten: readonly MyStatusItem[]; onSubmitted: (key: string) => void }> = ({ site, view, today, months, byLink, onPeriod, items, unwritten, onSubmitted }) => {
  const { startEdit, endEdit } = useEditing();
  const open = useEditedRow()?.place;
  const [frame, narrow] = useNarrow();
  const [takesFocus, setTakesFocus] = React.useState(byLink);
  React.useEffect(() => {
    const first = nextMissing(unwritten, '');
    if (first) {
      startEdit(editOf(first));
    }
    // Once, when the list has come: later the person goes where they like.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const goTo = (item: MyStatusItem | undefined): void => {
    if (item) {
      setTakesFocus(true);
      startEdit(editOf(item));
    }
  };
  const goOnFrom = (item: MyStatusItem): void => {
    const next = nextMissing(unwritten, item.reportKey);
    if (next) {
      goTo(next);
    } else if (open === item.reportKey) {
      // Confirmed as the last: an empty form left open would look like a text that somebody has written over.
      endEdit();
    }
  };
  const step = (by: 1 | -1): void => {
    const at = items.findIndex((item) => item.reportKey === open);
    goTo(items[(at + by + items.length) % items.length]);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.altKey && (event.key === 'PageDown' || event.key === 'PageUp')) {
      event.preventDefault();
      step(event.key === 'PageDown' ? 1 : -1);
    }
  };
  const received = items.filter((item) => item.received).length;
  const name = periodName(view.period, locale());
  return (
    <section ref={frame} className={`${styles.root} ${narrow ? styles.narrow : ''}`} aria-labelledby="upl-my-status">
      <header className={styles.monthHeader}>
        <h2 id="upl-my-status">{text('nav.myStatus')}</h2>
        <MonthPicker period={view.period} {...months} onPeriod={onPeriod} />
        <p className={styles.roundLine}>{roundLine(view, today)}</p>
        {view.locked && <p className={styles.notice}>{text('my.locked')}</p>}
      </header>
      {items.length === 0 ? <NothingToDo view={view} /> : (
        <>
          <ReceivedBar expected={items.length} received={received} />
          {received === items.length && !view.locked && <p role="status" className={styles.notice}>{text('my.allDone', name)}</p>}
          {!view.locked && items.length > 1 && <p className={styles.muted}>{text('my.keys')}</p>}
          <ol className={styles.myStatus} onKeyDown={onKeyDown}>
            {items.map((item, index) => (
              <MyStatusEntry
                key={item.reportKey} item={item} site={site} view={view} today={today} open={open === item.reportKey} takesFocus={takesFocus} position={text('my.position', index + 1, items.length)}
                onOpen={() => (open === item.reportKey ? endEdit() : goTo(item))} onStep={items.length > 1 ? step : undefined} onSubmitted={() => { setTakesFocus(true); onSubmitted(item.reportKey); }}
                onConfirmed={() => goOnFrom(item)}
              />
            ))}
          </ol>
        </>
      )}
      {view.otherFollowUps.length > 0 && (
        <section aria-labelledby="upl-my-follow-ups">
          <h3 id="upl-my-follow-ups">{text('my.otherFollowUps')}</h3>
          <ul className={styles.plainList}>{view.otherFollowUps.map((followUp) => <FollowUpLine key={followUp.id} followUp={followUp} today={today} mayEdit={site.rights.editFollowUps} />)}</ul>
        </section>
      )}
    </section>
  );
};

function editOf(item: MyStatusItem): RowEdit {
  return { kind: 'status', initiativeId: item.subject.id, place: item.reportKey };
}

/** "Frist 20. maj · direktionsmøde 28. maj", and after the deadline that it has passed. */
function roundLine({ round, meeting }: MyStatus, today: CalendarDate): string {
  const day = (date: CalendarDate): string => dayName(date, locale(), date.slice(0, 4) !== today.slice(0, 4));
  const parts = [text(meeting ? `round.${meeting.state}` as const : 'overview.noMeeting')];
  if (round?.statusDeadline) {
    parts.push(text(isPastDeadline(round, today) && round.state === 'Open' ? 'my.deadlinePassed' : 'overview.deadlineOn', day(round.statusDeadline)));
  }
  if (meeting) {
    parts.push(text('overview.meetingOn', day(meeting.meetingDate)));
  }
  return parts.join(' · ');
}

/** What has been sent stays where it stood, so that nothing jumps under the hands; what comes later is put last. */
function useSteadyOrder(items: readonly MyStatusItem[]): MyStatusItem[] {
  const order = React.useRef<string[]>([]);
  items.forEach(({ reportKey }) => {
    if (!order.current.includes(reportKey)) {
      order.current.push(reportKey);
    }
  });
  return order.current.map((key) => items.find((item) => item.reportKey === key)).filter((item): item is MyStatusItem => item !== undefined);
}
