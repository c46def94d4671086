import * as React from 'react';
import { treatmentText, type CommitteeSource } from '../../documents/committee/committeeExtract';
import { treatmentOfInitiative } from '../../plan/politicalTreatment';
import { ProgressMark } from '../shared/progress';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './committees.module.scss';

/** A committee's own part as its extract will show it. */
export const CommitteeTable: React.FC<{ source: CommitteeSource }> = ({ source: { committee, rows, decisions, meetings } }) => (
  <table className={sharedStyles.table} role="table">
    <caption className={sharedStyles.visuallyHidden}>{text('committees.caption', committee)}</caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader" className={styles.titleColumn}>{text('column.title')}</th>
        <th scope="col" role="columnheader">{text('column.responsible')}</th>
        <th scope="col" role="columnheader">{text('column.progress')}</th>
        <th scope="col" role="columnheader" className={styles.statusColumn}>{text('column.status')}</th>
        <th scope="col" role="columnheader">{text('nav.committees')}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map(({ initiative, report, received, expected }) => {
        const matters = treatmentOfInitiative(decisions, meetings, initiative);
        return (
          <tr key={initiative.id} role="row">
            <th scope="row" role="rowheader">{initiative.originalText}<p className={sharedStyles.muted}>{initiative.department}</p></th>
            <td role="cell" data-label={text('column.responsible')}>{report?.responsibleRole || initiative.chiefRole || text('responsible.none')}</td>
            <td role="cell" data-label={text('column.progress')}>{received && report?.progress ? <ProgressMark progress={report.progress} /> : null}</td>
            <td role="cell" data-label={text('column.status')}>
              {received && report ? <p className={sharedStyles.running}>{report.statusText}</p> : <span className={sharedStyles.missing}>{text(expected ? 'status.notReceived' : 'status.notExpected')}</span>}
            </td>
            <td role="cell" data-label={text('nav.committees')}>{matters.length > 0 ? matters.map((matter) => <p key={matter.decision.id}>{treatmentText(matter, text)}</p>) : null}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);
