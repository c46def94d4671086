import * as React from 'react';
import type { ObsInMonth } from '../../plan/overview';
import { Icon } from '../shared/icons';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** OBS points of a row: flag, word and text in red, and nothing else on the page is red. */
export const ObsList: React.FC<{ points: readonly ObsInMonth[]; actions?: (obs: ObsInMonth) => React.ReactNode }> = ({ points, actions }) => (
  <>
    {points.map((obs) => (
      <div key={obs.point.id} className={styles.obs}>
        <p className={styles.obsHead}>
          <Icon name="flag" /> <strong>{text('obs.label')}</strong> {obsFacts(obs)}
        </p>
        <p className={styles.obsText}>{obs.point.text}</p>
        {obs.point.proposedAction && <p className={styles.obsProposed}>{text('obs.proposed')}: {obs.point.proposedAction}</p>}
        {actions?.(obs)}
      </div>
    ))}
  </>
);

/** "Direktion · Beslutning · 2. måned i træk · Lukket". */
export function obsFacts({ point, age, open }: ObsInMonth): string {
  const facts = [text(`obs.level.${point.level}` as const)];
  if (point.type) {
    facts.push(text(`obs.type.${point.type}` as const));
  }
  facts.push(age > 1 ? text('obs.age', age) : text('obs.new'));
  if (!open) {
    facts.push(text('obs.state.Closed'));
  }
  return facts.join(' · ');
}
