import * as React from 'react';
import type { Overview } from '../../plan/overview';
import type { OverviewSelection } from '../../plan/overviewSelection';
import { Icon } from '../shared/icons';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface CountsProps {
  view: Overview;
  selection: OverviewSelection;
  onSelect: (change: Partial<OverviewSelection>) => void;
}

/** How the month stands, in four numbers; each shows its rows when pressed, and all when pressed again. */
export const Counts: React.FC<CountsProps> = ({ view: { counts }, selection, onSelect }) => (
  <div className={styles.counts} role="group" aria-label={text('overview.counts')}>
    <Count pressed={selection.onlyReceived} onPress={() => onSelect({ onlyReceived: !selection.onlyReceived, onlyMissing: false })}
      number={text('overview.ofExpected', counts.received, counts.expected)} label={text('overview.receivedLabel')}
      beside={counts.effortsExpected > 0 ? text('overview.efforts', counts.effortsReceived, counts.effortsExpected) : undefined} />
    <Count pressed={selection.onlyMissing} onPress={() => onSelect({ onlyMissing: !selection.onlyMissing, onlyReceived: false })}
      number={String(counts.missing)} label={text('overview.missingLabel')} />
    <Count pressed={selection.onlyObs} onPress={() => onSelect({ onlyObs: !selection.onlyObs })}
      number={String(counts.openObs)} label={text('overview.obsLabel')} obs={counts.openObs > 0} />
    <Count pressed={selection.onlyNeedsHelp} onPress={() => onSelect({ onlyNeedsHelp: !selection.onlyNeedsHelp })}
      number={String(counts.needsHelp)} label={text('overview.helpLabel')} />
  </div>
);

interface CountProps {
  pressed: boolean;
  number: string;
  label: string;
  beside?: string;
  obs?: boolean;
  onPress: () => void;
}

const Count: React.FC<CountProps> = ({ pressed, number, label, beside, obs, onPress }) => (
  <button type="button" className={styles.count} aria-pressed={pressed} onClick={onPress}>
    <span className={`${styles.number} ${obs ? styles.obsColour : ''}`}>{obs && <Icon name="flag" />} {number}</span> <span>{label}</span>
    {beside && <span className={styles.muted}> {beside}</span>}
  </button>
);
