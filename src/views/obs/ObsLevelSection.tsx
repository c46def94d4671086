import * as React from 'react';
import type { DocumentModel } from '../../documents/model/documentModel';
import { mattersOfObs, meetingsOfObs, type DecisionRows } from '../../plan/decisionHistory';
import { boardMeetingOf, type Meeting } from '../../plan/meeting';
import type { ObsOfLevel } from '../../plan/obsBoard';
import type { CalendarDate } from '../../plan/calendar';
import type { ObsLevel } from '../../plan/obsPoint';
import { obsOf, type ObsInMonth } from '../../plan/overview';
import type { MonthRows } from '../../plan/ports/planStore';
import { CopyDocument } from '../shared/CopyDocument';
import { obsTitles } from '../shared/obsTitles';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './obs.module.scss';
import { ObsCard } from './ObsCard';
import { useObsOrder } from './useObsOrder';

interface ObsLevelSectionProps {
  level: ObsOfLevel;
  month: MonthRows;
  decisions: DecisionRows;
  meetings: readonly Meeting[];
  today: CalendarDate;
  /** Another level's summary is being printed. */
  leftOut: boolean;
  onPrint: (level: ObsLevel) => void;
  /** May close, withdraw, reopen and order: at a meeting the round is locked already. */
  mayEdit: boolean;
  /** May write the points' texts: not in a locked month. */
  mayWrite: boolean;
}

/** The points of one level: open ones in the directors' order, then those that ended in this month. */
export const ObsLevelSection: React.FC<ObsLevelSectionProps> = ({ level, month, decisions, meetings, today, leftOut, onPrint, mayEdit, mayWrite }) => {
  const order = useObsOrder(level.open.map(({ point }) => point));
  const levelName = text(`obs.level.${level.level}` as const);
  const loadSummary = async (): Promise<DocumentModel> => {
    const { obsSummary } = await import(/* webpackChunkName: 'summary' */ '../../documents/summary/obsSummary');
    const inOrder = [...month.initiatives].sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
    return obsSummary({
      meeting: boardMeetingOf(meetings, month.period), obs: obsOf(month.obsPoints, month.period), initiatives: inOrder.map((initiative) => ({ initiative })), efforts: month.efforts.map((effort) => ({ effort }))
    }, level.level, text);
  };
  const headingId = `upl-obs-${level.level}`;
  const card = (obs: ObsInMonth, place?: number): React.ReactElement => (
    <ObsCard key={obs.point.id} obs={obs} period={month.period} titles={obsTitles(obs.point, month)} matters={mattersOfObs(decisions, meetings, obs.point.id)} meetings={meetingsOfObs(obs.point, meetings, month.period, today)}
      mayEdit={mayEdit} mayWrite={mayWrite} choices={month} order={mayEdit && place !== undefined ? { ...order, place, count: level.open.length } : undefined} />
  );
  return (
    <section className={`${styles.section} ${leftOut ? styles.notPrinted : ''}`} aria-labelledby={headingId}>
      <h3 id={headingId}>{text('obs.levelHeading', levelName, level.open.length)}</h3>
      <div className={`${sharedStyles.toolbar} ${styles.notPrinted}`}>
        <CopyDocument label={text('obs.copySummary')} of={levelName} load={loadSummary} />
        <button type="button" className={sharedStyles.button} aria-label={`${text('obs.printSummary')}: ${levelName}`} onClick={() => onPrint(level.level)}>{text('obs.printSummary')}</button>
      </div>
      {mayEdit && level.open.length > 1 && <p className={`${sharedStyles.muted} ${styles.notPrinted}`}>{text('obs.orderHelp')}</p>}
      {level.open.length === 0 && <p className={sharedStyles.muted}>{text('details.noObs')}</p>}
      <ol className={styles.points}>{level.open.map((obs, index) => card(obs, index))}</ol>
      {level.closed.length > 0 && <h4>{text('obs.closedThisMonth')}</h4>}
      <ul className={styles.points}>{level.closed.map((obs) => card(obs))}</ul>
      {mayEdit && level.withdrawn.length > 0 && (
        <div className={styles.notPrinted}>
          <h4>{text('obs.state.Withdrawn')}</h4>
          <ul className={styles.points}>{level.withdrawn.map((point) => card({ point, age: 1, open: false }))}</ul>
        </div>
      )}
    </section>
  );
};
