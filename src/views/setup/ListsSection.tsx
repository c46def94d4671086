import * as React from 'react';
import type { ListComparison, SetupCheck } from '../../plan/ports/planSetup';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { differenceText } from './reportText';

/** Every list held against what the plan needs. */
export const ListsSection: React.FC<{ check: SetupCheck }> = ({ check }) => (
  <section aria-labelledby="upl-setup-lists">
    <h3 id="upl-setup-lists">{text('setup.lists')}</h3>
    <p>{text('setup.versions', check.schemaVersion.found ?? '–', check.schemaVersion.wanted)}</p>
    <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="upl-setup-lists">
      <table className={styles.facts}>
        <thead><tr><th scope="col">{text('setup.list')}</th><th scope="col">{text('setup.state')}</th><th scope="col">{text('setup.differences')}</th></tr></thead>
        <tbody>
          {check.lists.map((list) => (
            <tr key={list.key}>
              <th scope="row">{list.title}</th>
              <td>{text(`setup.state.${stateOf(list, check)}` as const)}</td>
              <td>
                <ul className={styles.plainList}>
                  {list.titleTakenBy && <li>{text('setup.titleTakenBy', list.titleTakenBy)}</li>}
                  {list.differences.map((difference) => (
                    <li key={`${difference.kind} ${difference.name ?? ''}`}>{differenceText(difference)}{!difference.fixable && <strong> {text('setup.byHand')}</strong>}</li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);

function stateOf(list: ListComparison, { schemaVersion }: SetupCheck): 'missing' | 'different' | 'older' | 'ok' {
  if (list.differences.some(({ kind }) => kind === 'listMissing')) {
    return 'missing';
  }
  if (list.differences.length === 0) {
    return 'ok';
  }
  return schemaVersion.found !== undefined && schemaVersion.found < schemaVersion.wanted ? 'older' : 'different';
}
