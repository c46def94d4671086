import * as React from 'react';
import { amountText } from '../../plan/amounts';
import { locale } from '../shared/texts';
import styles from './economy.module.scss';

/** A cell with an amount in 1.000 kr.; empty where there is none. Never red: red is OBS. */
export const Amount: React.FC<{ value: number | undefined; label: string; strong?: boolean }> = ({ value, label, strong }) => (
  <td role="cell" className={styles.amount} data-label={label}>{value === undefined ? null : strong ? <strong>{amountText(value, locale())}</strong> : amountText(value, locale())}</td>
);
