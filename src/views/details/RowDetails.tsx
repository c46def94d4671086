import * as React from 'react';
import { dayName, instantName, type CalendarDate, type TimeZone } from '../../plan/calendar';
import { isOpenInitiative } from '../../plan/initiative';
import { obsAge } from '../../plan/obsPoint';
import type { OverviewRow } from '../../plan/overview';
import { periodName, type Period } from '../../plan/period';
import { isReceived } from '../../plan/statusReport';
import { problemOf } from '../../plan/problem';
import { useEditing } from '../editing/EditingProvider';
import { obsFacts } from '../overview/ObsList';
import { Responsible } from '../overview/Responsible';
import { SinceLastNote } from '../sinceLast/SinceLastNote';
import { readProblemText } from '../shared/problemText';
import { ProgressMark } from '../shared/progress';
import { useHistory, useSite } from '../shared/queries';
import { Icon } from '../shared/icons';
import { InitiativeEfforts } from './InitiativeEfforts';
import { InitiativeMatters } from './InitiativeMatters';
import { InitiativeTreatment } from './InitiativeTreatment';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';

/** The whole initiative: what it is, who coordinates with whom, its OBS points, and every month back to the start. */
const RowDetails: React.FC<{ row: OverviewRow; timeZone: TimeZone; period: Period }> = ({ row, timeZone, period }) => {
  const history = useHistory(row.initiative.id);
  const mayEdit = useSite().data?.rights.editInitiatives === true;
  const { startEdit } = useEditing();
  if (!history.data) {
    return history.error
      ? <p role="alert" className={styles.notice}>{readProblemText(problemOf(history.error)).title} <button type="button" className={styles.link} onClick={() => { history.refetch().catch(() => undefined); }}>{text('problem.retry')}</button></p>
      : <p role="status" className={styles.muted}>{text('common.loading')}</p>;
  }
  const { texts, line, reports, obsPoints, legend } = history.data;
  const { initiative } = row;
  const marks = initiative.marks.map((mark) => `(${mark}) ${legend[mark] ?? ''}`.trim()).join(' · ');
  return (
    <div className={styles.details}>
      <dl>
        <Fact name={text('ini.description')} value={texts.description} />
        <Fact name={text('ini.basis')} value={texts.politicalBasis} />
        <Fact name={text('ini.coordinating')} value={texts.coordinatesWith} />
        <Fact name={text('ini.marks')} value={marks} />
        <Fact name={text('ini.bodies')} value={initiative.committees.join(', ')} />
        <Fact name={text('ini.source')} value={initiative.source ? text(`source.${initiative.source}` as const) : ''} />
        <Fact name={text('ini.highlightedSince')} value={initiative.highlighted ? day(initiative.highlightedSince) : ''} />
        <Fact name={text('ini.runs')} value={initiative.startDate || initiative.endDate ? `${day(initiative.startDate)} – ${day(initiative.endDate)}` : ''} />
        <Fact name={text('ini.earlierPlans')} value={line.slice(1).map(({ planYear }) => planYear).join(', ')} />
        <Fact name={text('life.heading')} value={text(`life.${initiative.lifecycle}` as const)} />
        <Fact name={text('life.reason')} value={texts.lifecycleReason} />
        <div><dt>{text('ini.director')}</dt><dd><Responsible role={initiative.directorRole} personId={initiative.directorId} /></dd></div>
        {initiative.deputyId !== undefined && <div><dt>{text('ini.deputy')}</dt><dd><Responsible role={text('responsible.show')} personId={initiative.deputyId} /></dd></div>}
      </dl>
      {mayEdit && (
        <p className={styles.rowActions}>
          <button type="button" className={styles.link} aria-label={`${text('ini.edit')}: ${initiative.title}`} onClick={() => startEdit({ kind: 'initiative', initiativeId: initiative.id, place: `details-${initiative.id}` })}><Icon name="pencil" /> {text('ini.edit')}</button>
          {isOpenInitiative(initiative) && <button type="button" className={styles.link} aria-label={`${text('ini.retire')}: ${initiative.title}`} onClick={() => startEdit({ kind: 'initiative', initiativeId: initiative.id, place: `details-${initiative.id}`, field: 'retire' })}>{text('ini.retire')}</button>}
        </p>
      )}
      <h4>{text('details.obs')}</h4>
      {obsPoints.filter((point) => point.state !== 'Withdrawn').length === 0 && <p className={styles.muted}>{text('details.noObs')}</p>}
      {obsPoints.filter((point) => point.state !== 'Withdrawn').map((point) => (
        <div key={point.id} className={styles.obs}>
          <p className={styles.obsHead}>
            <Icon name="flag" /> <strong>{text('obs.label')}</strong> {obsFacts({ point, age: Math.max(1, obsAge(point, point.closedPeriod ?? period)), open: point.state === 'Open' })} · {periodName(point.raisedPeriod, locale())}
          </p>
          <p className={styles.obsText}>{point.text}</p>
          {point.closingText && <p className={styles.obsProposed}>{point.closingText}</p>}
        </div>
      ))}
      <h4>{text('ini.strategic')}</h4>
      <InitiativeEfforts initiative={initiative} period={period} />
      <h4>{text('nav.committees')}</h4>
      <InitiativeTreatment initiative={initiative} before={line.map(({ id }) => id)} />
      <h4>{text('matters.heading')}</h4>
      <InitiativeMatters ids={line.map(({ id }) => id)} />
      <h4>{text('ini.history')}</h4>
      <ol className={styles.history}>
        {reports.map((report, index) => (
          <li key={report.id}>
            <h5>{periodName(report.period, locale())}</h5>
            {report.state === 'Submitted' ? (
              <>
                {report.progress && <ProgressMark progress={report.progress} />}
                <p className={styles.running}>{report.statusText}</p>
                {report.nextSteps && <p className={styles.running}><strong>{text('status.next')}:</strong> {report.nextSteps}</p>}
                {report.needsCoordination && <p className={styles.running}><strong>{text('needs.yes')}</strong> {report.coordinationText}</p>}
                {report.economyOutlook && <p className={styles.muted}>{text('status.economy')}: {text(`eco.${report.economyOutlook}` as const)}</p>}
                {isReceived(reports[index + 1]) && <SinceLastNote before={reports[index + 1]} after={report} />}
                {report.submittedAt && <p className={styles.muted}>{text('status.submittedOn', instantName(report.submittedAt, locale(), timeZone))}</p>}
              </>
            ) : <p className={styles.missing}>{text('status.notReceived')}</p>}
          </li>
        ))}
      </ol>
      {reports.length === 0 && <p className={styles.muted}>{text('details.noHistory')}</p>}
    </div>
  );
};

const day = (date: CalendarDate | undefined): string => (date ? dayName(date, locale()) : '');

const Fact: React.FC<{ name: string; value: string }> = ({ name, value }) => (value === '' ? null : <div><dt>{name}</dt><dd className={styles.running}>{value}</dd></div>);

export default RowDetails;
