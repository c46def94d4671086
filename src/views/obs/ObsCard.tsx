import * as React from 'react';
import type { TreatedMatter } from '../../plan/decisionHistory';
import type { Meeting } from '../../plan/meeting';
import type { ObsState } from '../../plan/obsPoint';
import type { ObsInMonth } from '../../plan/overview';
import type { Period } from '../../plan/period';
import type { MonthRows } from '../../plan/ports/planStore';
import { useEditedRow, useEditing, type RowEdit } from '../editing/EditingProvider';
import { obsFacts } from '../overview/ObsList';
import { Icon } from '../shared/icons';
import { LazyPart } from '../shared/lazy';
import { Matters } from '../shared/Matters';
import { MeetingLinks } from '../shared/MeetingLinks';
import { writeProblemText } from '../shared/problemText';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import type { RowOrder } from '../shared/useRowOrder';
import styles from './obs.module.scss';
import { useObsState } from './useObsState';

const ObsEditor = React.lazy(() => import(/* webpackChunkName: 'editing' */ '../editing/ObsEditor'));

interface ObsCardProps {
  obs: ObsInMonth;
  period: Period;
  titles: readonly string[];
  matters: readonly TreatedMatter[];
  /** The meetings that it has been before. */
  meetings: readonly Meeting[];
  mayEdit: boolean;
  mayWrite: boolean;
  choices: Pick<MonthRows, 'initiatives' | 'efforts'>;
  /** Where it stands among the others, and how it is moved; undefined where there is no order to change. */
  order?: RowOrder & { place: number; count: number };
}

/** One OBS point: what it is about, what it says, what meetings did about it, and what a director may do. */
export const ObsCard: React.FC<ObsCardProps> = ({ obs, period, titles, matters, meetings, mayEdit, mayWrite, choices, order }) => {
  const { point } = obs;
  const edited = useEditedRow();
  const place = `obs-${point.id}`;
  const editing = edited?.place === place ? edited : undefined;
  const title = titles.join(', ');
  const drag = order && !editing ? order.dragOf(point.id, order.place) : undefined;
  return (
    <li className={`${styles.point} ${drag?.isTarget ? styles.dropBefore : ''}`} data-place={place} data-cell="obs" tabIndex={-1}
      onKeyDown={order && ((event) => {
        if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && !editing) {
          event.preventDefault();
          order.move(point.id, order.place + (event.key === 'ArrowUp' ? -1 : 1));
        }
      })} onDragOver={drag?.onDragOver} onDrop={drag?.onDrop}>
      <span className={styles.handle} aria-hidden="true" {...drag?.handle}>{order && <Icon name="grip" />}</span>
      <div>
        <p className={styles.titles}>{title}</p>
        {editing ? <LazyPart><ObsEditor title={title} point={point} closing={editing.closing} period={period} choices={choices} /></LazyPart> : (
          <div className={point.state === 'Withdrawn' ? styles.quiet : sharedStyles.obs}>
            <p className={sharedStyles.obsHead}>
              {point.state === 'Withdrawn' ? text('obs.state.Withdrawn') : <><Icon name="flag" /> <strong>{text('obs.label')}</strong> {obsFacts(obs)}</>}
            </p>
            <p className={sharedStyles.obsText}>{point.text}</p>
            {point.proposedAction && <p className={sharedStyles.obsProposed}>{text('obs.proposed')}: {point.proposedAction}</p>}
            {!obs.open && point.closingText && <p className={sharedStyles.obsProposed}>{point.closingText}</p>}
          </div>
        )}
        <MeetingLinks label={text('matters.before')} meetings={meetings} />
        {matters.length > 0 && <Matters matters={matters} />}
        {mayEdit && !editing && <ObsActions obs={obs} title={title} place={place} period={period} mayWrite={mayWrite} order={order} />}
      </div>
    </li>
  );
};

interface ObsActionsProps {
  obs: ObsInMonth;
  title: string;
  place: string;
  period: Period;
  mayWrite: boolean;
  order: ObsCardProps['order'];
}

const ObsActions: React.FC<ObsActionsProps> = ({ obs: { point }, title, place, period, mayWrite, order }) => {
  const { startEdit } = useEditing();
  const state = useObsState(point, period);
  const edit = (changes: Partial<RowEdit>) => (): void => startEdit({ kind: 'obs', initiativeId: 0, place, obsId: point.id, ...changes });
  const action = (label: string, act: () => void, name?: string, disabled?: boolean): React.ReactElement => (
    <button type="button" className={sharedStyles.link} aria-label={`${label}: ${title}`} data-action={name} disabled={disabled} onClick={act}>{label}</button>
  );
  const set = (next: ObsState): void => state.set(next);
  return (
    <div className={styles.actions}>
      {point.state === 'Open' && mayWrite && action(text('obs.edit'), edit({ closing: false }))}
      {point.state === 'Open' && action(text('obs.close'), edit({ closing: true }))}
      {point.state === 'Open' && action(text('obs.withdraw'), () => set('Withdrawn'), undefined, state.saving)}
      {point.state !== 'Open' && action(text('obs.reopen'), () => set('Open'), undefined, state.saving)}
      {order && order.count > 1 && (
        <>
          {action(text('obs.moveUp'), () => order.move(point.id, order.place - 1), 'up', order.place === 0)}
          {action(text('obs.moveDown'), () => order.move(point.id, order.place + 1), 'down', order.place === order.count - 1)}
        </>
      )}
      {(state.problem ?? order?.problem) && <p role="alert" className={sharedStyles.notice}>{writeProblemText(state.problem ?? order?.problem ?? { kind: 'offline' })}</p>}
    </div>
  );
};
