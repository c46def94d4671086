import * as React from 'react';
import { addMonths, monthsBetween, periodName, type Period } from '../../plan/period';
import { Icon } from './icons';
import styles from './shared.module.scss';
import { locale, text } from './texts';

interface MonthPickerProps {
  period: Period;
  firstPeriod: Period;
  lastPeriod: Period;
  onPeriod: (period: Period) => void;
}

/** The month, and the way to those before and after it. */
export const MonthPicker: React.FC<MonthPickerProps> = ({ period, firstPeriod, lastPeriod, onPeriod }) => {
  const months = Array.from({ length: monthsBetween(firstPeriod, lastPeriod) + 1 }, (_each, index) => addMonths(firstPeriod, index));
  return (
    <div className={styles.monthPicker} role="group" aria-label={text('overview.month')}>
      <button type="button" className={styles.iconButton} aria-label={text('overview.previousMonth')} disabled={period <= firstPeriod} onClick={() => onPeriod(addMonths(period, -1))}>
        <Icon name="previous" />
      </button>
      <select className={styles.select} aria-label={text('overview.month')} value={period} onChange={(event) => onPeriod(event.target.value)}>
        {months.map((month) => <option key={month} value={month}>{periodName(month, locale())}</option>)}
      </select>
      <button type="button" className={`${styles.iconButton} ${styles.mirrored}`} aria-label={text('overview.nextMonth')} disabled={period >= lastPeriod} onClick={() => onPeriod(addMonths(period, 1))}>
        <Icon name="previous" />
      </button>
    </div>
  );
};
