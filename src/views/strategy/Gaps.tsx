import * as React from 'react';
import type { Strategy } from '../../plan/strategy';
import { Icon } from '../shared/icons';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './strategy.module.scss';

/** What is coupled to nothing, seen from both sides. */
export const Gaps: React.FC<{ view: Strategy }> = ({ view: { withoutInitiatives, withoutEffort } }) => (
  <section aria-labelledby="upl-gaps">
    <h3 id="upl-gaps">{text('strategy.gaps')}</h3>
    {withoutInitiatives.length + withoutEffort.length === 0 && <p className={sharedStyles.muted}>{text('strategy.gaps.none')}</p>}
    <div className={styles.gaps}>
      {withoutInitiatives.length > 0 && <Gap heading={text('strategy.gaps.efforts', withoutInitiatives.length)} titles={withoutInitiatives.map(({ title }) => title)} />}
      {withoutEffort.length > 0 && <Gap heading={text('strategy.gaps.initiatives', withoutEffort.length)} titles={withoutEffort.map(({ originalText }) => originalText)} />}
    </div>
  </section>
);

const Gap: React.FC<{ heading: string; titles: readonly string[] }> = ({ heading, titles }) => (
  <div>
    <h4 className={styles.gap}><Icon name="Attention" /> {heading}</h4>
    <ul>{titles.map((title, index) => <li key={index}>{title}</li>)}</ul>
  </div>
);
