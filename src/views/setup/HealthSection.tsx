import * as React from 'react';
import type { SetupCheck } from '../../plan/ports/planSetup';
import { lastProblems } from '../shared/lastProblems';
import { readProblemText } from '../shared/problemText';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';

/** SharePoint's own limits. */
const viewThreshold = 5000;
const mostIndexes = 20;

/** Rows against the threshold, indexes, versions, the package's own version, and what went wrong since the page was opened. */
export const HealthSection: React.FC<{ check: SetupCheck }> = ({ check }) => {
  const { version } = useServices();
  const problems = lastProblems();
  return (
    <section aria-labelledby="upl-setup-health">
      <h3 id="upl-setup-health">{text('setup.health')}</h3>
      <p>{text('setup.build', version ?? '–')}</p>
      {check.lists.some((list) => list.health) && <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="upl-setup-health">
        <table className={styles.facts}>
          <thead>
            <tr>
              <th scope="col">{text('setup.list')}</th><th scope="col" className={styles.figure}>{text('setup.health.rows')}</th>
              <th scope="col" className={styles.figure}>{text('setup.health.indexes')}</th><th scope="col" className={styles.figure}>{text('setup.health.versions')}</th>
            </tr>
          </thead>
          <tbody>
            {check.lists.filter((list) => list.health).map((list) => (
              <tr key={list.key}>
                <th scope="row">{list.title}</th>
                <td className={styles.figure}>{new Intl.NumberFormat(locale()).format(list.health?.rows ?? 0)}{(list.health?.rows ?? 0) > viewThreshold && <> · {text('setup.health.large')}</>}</td>
                <td className={styles.figure}>{text('setup.health.of', list.health?.indexes ?? 0, mostIndexes)}</td>
                <td className={styles.figure}>{list.health?.versions}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>}
      <h4>{text('setup.health.problems')}</h4>
      {problems.length === 0 ? <p>{text('setup.health.noProblems')}</p> : (
        <ul>{problems.map(({ at, problem }) => <li key={`${at.getTime()} ${problem.kind}`}>{at.toLocaleTimeString(locale())} {readProblemText(problem).title} {readProblemText(problem).help}</li>)}</ul>
      )}
    </section>
  );
};
