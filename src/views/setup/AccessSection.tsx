import * as React from 'react';
import { planRoles, type AccessCell, type SetupCheck } from '../../plan/ports/planSetup';
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
        <ul className={`${styles.plainList} ${styles.notice}`} aria-label={text('setup.warnings')}>
          {check.warnings.map((warning) => <li key={`${warning.kind} ${warning.list ?? ''} ${warning.principal ?? ''}`}>{warningText(warning)}</li>)}
        </ul>
      )}
      <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="upl-setup-access">
        <table className={styles.facts}>
          <thead><tr><th scope="col">{text('setup.list')}</th>{principals.map((principal) => <th key={principal} scope="col">{principal}<Roles principal={principal} roles={check.roles} /></th>)}</tr></thead>
          <tbody>
            {check.access.map((row) => (
              <tr key={row.list}>
                <th scope="row">{row.list}{row.inherits && <span className={styles.muted}> {text('setup.inherits')}</span>}</th>
                {principals.map((principal) => <td key={principal} style={{ whiteSpace: 'nowrap' }}><Access cell={row.cells.find((cell) => cell.principal === principal)} /></td>)}
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
  return cell.now === cell.after ? <>{now}</> : <><span className={styles.muted}>{now}</span> <Arrow /> <strong>{after}</strong></>;
};

/** A drawing: not every font has the character, and a screen reader is given it as a word. */
const Arrow: React.FC = () => (
  <svg viewBox="0 0 16 16" width="1em" height="1em" role="img" aria-label={text('setup.becomes')} style={{ verticalAlign: '-0.15em' }}>
    <path d="M1 7.2h10L8 4.2l1.1-1.1L14 8l-4.9 4.9L8 11.8l3-3H1z" fill="currentColor" />
  </svg>
);

/** Which of the plan's roles somebody has, where it is not the name already. */
const Roles: React.FC<{ principal: string; roles: SetupCheck['roles'] }> = ({ principal, roles }) => {
  const words = planRoles.filter((role) => roles[role].some(({ title }) => title === principal)).map((role) => text(`setup.role.${role}` as const)).filter((word) => word !== principal);
  return words.length > 0 ? <div className={styles.muted}>{words.join(', ')}</div> : null;
};
