import * as React from 'react';
import { dayName } from '../../plan/calendar';
import type { Period } from '../../plan/period';
import type { PlanSite } from '../../plan/ports/planStore';
import type { EffortInMonth, Strategy } from '../../plan/strategy';
import type { StrategicEffort } from '../../plan/strategicEffort';
import { useEditedRow, useEditing } from '../editing/EditingProvider';
import { ObsList } from '../overview/ObsList';
import { Responsible } from '../overview/Responsible';
import { Icon } from '../shared/icons';
import { LazyPart } from '../shared/lazy';
import { ProgressMark } from '../shared/progress';
import sharedStyles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import styles from './strategy.module.scss';

const EffortEditor = React.lazy(() => import(/* webpackChunkName: 'effortEditor' */ './EffortEditor'));
const StatusForm = React.lazy(() => import(/* webpackChunkName: 'editing' */ '../editing/StatusForm'));

interface EffortCardProps {
  entry: EffortInMonth;
  view: Strategy;
  site: PlanSite;
  period: Period;
}

/** One strategic effort: whose it is, its own status of the month, and the initiatives that carry it. */
export const EffortCard: React.FC<EffortCardProps> = ({ entry, view, site, period }) => {
  const { effort, report, editing, obs, initiatives, elsewhere } = entry;
  const { startEdit } = useEditing();
  const edited = useEditedRow();
  const place = `effort-${effort.id}`;
  const edits = edited?.place === place ? edited.kind : undefined;
  const role = report?.responsibleRole || effort.ownerRole;
  return (
    <li className={styles.effort} data-place={place} data-cell="effort" tabIndex={-1}>
      <h4>{effort.title}</h4>
      <p className={sharedStyles.muted}>{text('strategy.owner')}: <Responsible role={effort.ownerRole} personId={effort.ownerId} /> · {validityOf(effort)}</p>
      {effort.description && edits !== 'effort' && <p className={sharedStyles.running}>{effort.description}</p>}
      {edits === 'effort' && <LazyPart><EffortEditor effort={effort} view={view} /></LazyPart>}
      {edits === 'status' ? (
        <LazyPart>
          <StatusForm
            start={{ subject: { kind: 'effort', id: effort.id }, period, title: effort.title, responsibleId: effort.ownerId, responsibleRole: effort.ownerRole }} report={report}
            onBehalfOf={editing === 'onBehalf' ? role : ''} timeZone={site.timeZone} focusOn="progress"
          />
        </LazyPart>
      ) : <EffortStatus entry={entry} />}
      <ObsList points={obs} />
      <p className={styles.carriedBy}>
        <strong>{text('strategy.initiatives')}:</strong>{' '}
        {initiatives.length > 0 ? initiatives.map(({ originalText }) => originalText).join(' · ') : <span className={styles.gap}><Icon name="Attention" /> {text('doc.none')}</span>}
        {elsewhere > 0 && <span className={sharedStyles.muted}> {text('strategy.elsewhere', elsewhere)}</span>}
      </p>
      {!edits && (editing !== 'none' || view.mayEdit) && (
        <p className={sharedStyles.rowActions} data-place={place} data-cell="progress" tabIndex={-1}>
          {editing !== 'none' && (
            <button type="button" className={editing === 'own' ? sharedStyles.link : sharedStyles.quietLink} aria-label={`${text(editing === 'own' ? 'row.editStatus' : 'row.onBehalf')}: ${effort.title}`}
              onClick={() => startEdit({ kind: 'status', initiativeId: 0, place })}>
              <Icon name="pencil" /> {text(editing === 'own' ? 'row.editStatus' : 'row.onBehalf')}
            </button>
          )}
          {view.mayEdit && (
            <button type="button" className={sharedStyles.link} aria-label={`${text('strategy.edit')}: ${effort.title}`} onClick={() => startEdit({ kind: 'effort', initiativeId: 0, place })}>
              <Icon name="pencil" /> {text('common.edit')}
            </button>
          )}
        </p>
      )}
    </li>
  );
};

/** The effort's own status of the month, or the word that it has not come. */
const EffortStatus: React.FC<{ entry: EffortInMonth }> = ({ entry: { report, received, expected, late } }) => {
  if (!received || !report) {
    return <p className={sharedStyles.missing}>{text(expected ? 'status.notReceived' : 'status.notExpected')}</p>;
  }
  return (
    <div className={styles.status}>
      {report.progress && <ProgressMark progress={report.progress} />}
      {late && <p className={sharedStyles.muted}>{text('status.late')}</p>}
      <p className={sharedStyles.running}>{report.statusText}</p>
      {report.nextSteps && <p className={sharedStyles.running}><strong>{text('status.next')}:</strong> {report.nextSteps}</p>}
      {report.needsCoordination && <p className={sharedStyles.running}><strong>{text('needs.yes')}</strong> {report.coordinationText}</p>}
      {report.onBehalfOf && <p className={sharedStyles.muted}>{text('status.onBehalfOf', report.onBehalfOf)}</p>}
    </div>
  );
};

/** "Gælder fra 1. marts 2025". */
export function validityOf({ validFrom, validTo }: StrategicEffort): string {
  const day = (date: string): string => dayName(date, locale());
  if (validFrom && validTo) {
    return text('strategy.validBetween', day(validFrom), day(validTo));
  }
  return validFrom ? text('strategy.validFromOn', day(validFrom)) : validTo ? text('strategy.validUntil', day(validTo)) : text('strategy.validAlways');
}
