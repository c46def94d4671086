import { FocusTrapZone } from '@fluentui/react/lib/FocusTrapZone';
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import { agenda, type AgendaStep } from '../../../plan/agenda';
import { useAddress } from '../../app/address';
import { ThemeFrame, usePlanTheme } from '../../app/ThemeFrame';
import { OutboxBar } from '../../outbox/OutboxBar';
import { Announcer } from '../../shared/announcer';
import { Icon } from '../../shared/icons';
import { SavedMessage } from '../../shared/SavedMessage';
import sharedStyles from '../../shared/shared.module.scss';
import { text } from '../../shared/texts';
import { useSinceLast } from '../../sinceLast/useSinceLast';
import type { ShownMeeting } from '../meetingWork';
import { stepTitle } from '../stepText';
import styles from './show.module.scss';
import { ShowStep } from './ShowStep';

/** The meeting view, for the projector and the tablet: the recommendation's order, one thing at a time, in large type. */
const MeetingShow: React.FC<ShownMeeting & { step: string }> = ({ step: asked, ...shown }) => {
  const { site, meeting, month, view } = shown;
  const theme = usePlanTheme();
  const [, changeAddress] = useAddress();
  const steps = agenda(view, month, meeting);
  const { byInitiative } = useSinceLast(site, view, true);
  // A step that is gone (its OBS point was closed) gives way to the first.
  const place = Math.max(0, steps.findIndex(({ key }) => key === asked));
  const step = steps[place];
  const go = (to: AgendaStep | undefined): void => {
    if (to) {
      changeAddress({ step: to.key });
    }
  };
  const leave = (): void => changeAddress({ step: undefined });
  const heading = useHeadingOf(step.key);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const move = isWriting(event) ? undefined : moves[event.key];
    if (move) {
      event.preventDefault();
      go(steps[place + move]);
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      leave();
    }
  };
  return ReactDOM.createPortal(
    <ThemeFrame theme={theme}>
      <FocusTrapZone className={`${sharedStyles.root} ${styles.show}`} role="dialog" aria-modal="true" aria-label={`${text('meet.start')}: ${meeting.title}`} disableFirstFocus onKeyDown={onKeyDown}>
        <Announcer>
          <header className={styles.top}>
            <span className={styles.meeting}>{meeting.title}{meeting.closedItem && <strong> · {text('meet.closedItem')}</strong>}</span>
            <label className={styles.jump}>
              <span className={sharedStyles.visuallyHidden}>{text('show.jump')}</span>
              <select className={sharedStyles.select} value={step.key} onChange={(event) => go(steps.find(({ key }) => key === event.target.value))}>
                {steps.map((each, index) => <option key={each.key} value={each.key}>{`${index + 1}. ${stepTitle(each, meeting)}`}</option>)}
              </select>
            </label>
            <span className={styles.count}>{text('show.count', place + 1, steps.length)}</span>
            <button type="button" className={sharedStyles.button} onClick={leave}><Icon name="close" /> {text('show.leave')}</button>
          </header>
          <div className={styles.scroll} data-scroll="true">
            <OutboxBar />
            <SavedMessage>
              <div className={styles.step}>
                <p className={styles.part}>{text(`meetings.part.${step.part}` as const)}</p>
                <h2 ref={heading} tabIndex={-1}>{stepTitle(step, meeting)}</h2>
                <ShowStep key={step.key} {...shown} step={step} before={'row' in step ? byInitiative?.get(step.row.initiative.id)?.before : undefined} />
              </div>
            </SavedMessage>
          </div>
          <nav className={styles.bottom} aria-label={text('show.moves')}>
            <button type="button" className={styles.move} disabled={place === 0} onClick={() => go(steps[place - 1])}>
              <Icon name="previous" /> <span>{text('show.previous')}</span>
            </button>
            <button type="button" className={`${styles.move} ${styles.next}`} disabled={place === steps.length - 1} onClick={() => go(steps[place + 1])}>
              <span>{steps[place + 1] ? text('show.next', stepTitle(steps[place + 1], meeting)) : text('show.last')}</span> <span className={sharedStyles.mirrored}><Icon name="previous" /></span>
            </button>
          </nav>
        </Announcer>
      </FocusTrapZone>
    </ThemeFrame>,
    document.body
  );
};

const moves: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** The arrows belong to whoever writes or chooses. */
function isWriting({ target, defaultPrevented, altKey, ctrlKey, metaKey }: React.KeyboardEvent): boolean {
  return defaultPrevented || altKey || ctrlKey || metaKey || (target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"]') !== null);
}

/** The heading of what is shown: it gets the focus, so that it is read out and the keys go on from there. */
function useHeadingOf(key: string): React.RefObject<HTMLHeadingElement> {
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('[data-scroll]')?.scrollTo?.(0, 0);
  }, [key]);
  // The page behind stands still while the meeting view lies over it.
  React.useEffect(() => {
    const { overflow } = document.body.style;
    document.body.style.overflow = 'hidden';
    return () => { document.body.style.overflow = overflow; };
  }, []);
  return heading;
}

export default MeetingShow;
