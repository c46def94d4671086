import * as React from 'react';
import type { CodeReconciliation, CodeYear } from '../../plan/economy';
import { gapText } from '../../documents/sheet/economyTables';
import { Icon } from '../shared/icons';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { Amount } from './Amount';
import styles from './economy.module.scss';

/** (I) against (B): a code with its years, its sum and what lacks. */
export const Reconciliation: React.FC<{ codes: readonly CodeReconciliation[]; narrow: boolean }> = ({ codes, narrow }) => (
  <section aria-labelledby="upl-reconciliation">
    <h3 id="upl-reconciliation">{text('economy.reconciliation')}</h3>
    <p className={sharedStyles.muted}>{text('economy.reconciliation.help')}</p>
    {codes.length === 0 ? <p className={sharedStyles.muted}>{text('economy.reconciliation.none')}</p> : (
      <table className={`${sharedStyles.table} ${styles.lines} ${narrow ? styles.cards : ''}`} role="table">
        <caption className={sharedStyles.visuallyHidden}>{text('economy.reconciliation.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{text('doc.year')}</th>
            {columnTexts().map((label) => <th key={label} scope="col" role="columnheader" className={styles.amount}>{label}</th>)}
          </tr>
        </thead>
        {codes.map((code) => <Code key={code.code} code={code} />)}
      </table>
    )}
  </section>
);

function columnTexts(): string[] {
  return [text('economy.investment'), text('economy.saving'), text('economy.netPlanned'), text('economy.netExpected'), text('economy.netRealised'), text('economy.deviation')];
}

function amountsIn({ investment, saving, net, deviation }: CodeYear): (number | undefined)[] {
  return [investment.planned, saving.planned, net.planned, net.expected, net.realised, deviation];
}

const Code: React.FC<{ code: CodeReconciliation }> = ({ code: { code, departments, initiatives, years, total, gaps } }) => {
  const labels = columnTexts();
  return (
    <tbody role="rowgroup">
      <tr role="row" className={sharedStyles.groupRow}>
        <th scope="rowgroup" role="rowheader" colSpan={labels.length + 1}>
          {code} <span className={sharedStyles.muted}>· {departments.join(', ')}{initiatives.length > 1 && ` · ${text('economy.shared', initiatives.length)}`}</span>
          <p className={styles.initiatives}>{initiatives.map(({ originalText }) => originalText).join(' · ')}</p>
          {gaps.map((gap) => <p key={gap.kind} className={styles.gap}><Icon name="Attention" /> <strong>{text('economy.gap')}:</strong> {gapText(gap, text)}</p>)}
          {gaps.length === 0 && <p className={styles.noGap}><Icon name="OnTrack" /> {text('economy.gap.none')}</p>}
        </th>
      </tr>
      {years.map((year) => (
        <tr key={year.year} role="row">
          <th scope="row" role="rowheader">{year.year}</th>
          {amountsIn(year).map((value, index) => <Amount key={labels[index]} value={value} label={labels[index]} />)}
        </tr>
      ))}
      {years.length > 1 && (
        <tr role="row" className={styles.total}>
          <th scope="row" role="rowheader" aria-label={text('economy.totalOf', code)}>{text('economy.total')}</th>
          {amountsIn(total).map((value, index) => <Amount key={labels[index]} value={value} label={labels[index]} strong />)}
        </tr>
      )}
    </tbody>
  );
};
