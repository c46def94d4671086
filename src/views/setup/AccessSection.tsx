import * as React from 'react';
import type { AccessCell, SetupCheck } from '../../plan/ports/planSetup';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { warningText } from './reportText';

/** Lists by who may do what: what is, and what would be. */
export const AccessSection: React.FC<{ check: SetupCheck; busy: boolean }> = ({ check, busy }) => {
  const principals = Array.from(new Set(check.access.flatMap((row) => row.cells.map((cell) => cell.principal))));
  return (
    <section aria-labelledby="upl-setup-access" aria-busy={busy}>
      <h3 id="upl-setup-access">{text('setup.access')}</h3>
      <p>{text('setup.access.help')}</p>
      {check.warnings.length > 0 && (
        <ul className={styles.notice} aria-label={text('setup.warnings')}>
          {check.warnings.map((warning) => <li key={`${warning.kind} ${warning.list ?? ''} ${warning.principal ?? ''}`}>{warningText(warning)}</li>)}
        </ul>
      )}
      <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="upl-setup-access">
        <table className={styles.facts}>
          <thead><tr><th scope="col">{text('setup.list')}</th>{principals.map((principal) => <th key={principal} scope="col">{principal}</th>)}</tr></thead>
          <tbody>
            {check.access.map((row) => (
              <tr key={row.list}>
                <th scope="row">{row.list}{row.inherits && <span className={styles.muted}> {text('setup.inherits')}</span>}</th>
                {principals.map((principal) => <td key={principal}><Access cell={row.cells.find((cell) => cell.principal === principal)} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const Access: React.FC<{ cell: AccessCell | undefined }> = ({ cell }) => {
  if (!cell) {
    return null;
  }
  const now = text(`access.${cell.now}` as const);
  const after = text(`access.${cell.after}` as const);
  return cell.now === cell.after ? <>{now}</> : <><span className={styles.muted}>{now}</span> → <strong>{after}</strong></>;
};
