import { useQuery } from '@tanstack/react-query';
import * as React from 'react';
import { accessExtract, extractFields, type ExtractChoice, type ExtractField } from '../../documents/extract/accessExtract';
import { boardForum } from '../../plan/meeting';
import { periodName, type Period } from '../../plan/period';
import type { PlanSite } from '../../plan/ports/planStore';
import { problemOf } from '../../plan/problem';
import { useAnnexStore } from '../shared/annexQueries';
import { readProblemText } from '../shared/problemText';
import sharedStyles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import styles from './documents.module.scss';
import { DocumentTools } from './DocumentTools';

/** The extract for an access request (*aktindsigt*): months, initiatives and fields are chosen; drafts and closed items are left out unless asked for, and counted. */
const ExtractPanel: React.FC<{ site: PlanSite }> = ({ site }) => {
  const store = useAnnexStore(site.timeZone);
  const months = site.meetings.filter(({ forum, openedAt }) => forum === boardForum && openedAt !== undefined).map(({ period }) => period).sort();
  const last = months[months.length - 1];
  const [choice, setChoice] = React.useState<ExtractChoice>({ from: last, to: last, fields: extractFields, drafts: false, closedItems: false });
  const [words, setWords] = React.useState('');
  const rows = useQuery(['extract', choice.from, choice.to], async () => (await store()).extract(choice.from, choice.to), { keepPreviousData: true });
  const change = (changes: Partial<ExtractChoice>): void => setChoice((before) => ({ ...before, ...changes }));
  const field = (name: ExtractField, wanted: boolean): void => change({ fields: extractFields.filter((each) => (each === name ? wanted : choice.fields.includes(each))) });
  const extract = React.useMemo(() => {
    const sought = words.trim().toLocaleLowerCase('da');
    const ids = sought === '' ? undefined : rows.data?.initiatives.filter(({ originalText }) => originalText.toLocaleLowerCase('da').includes(sought)).map(({ id }) => id);
    return rows.data && accessExtract(rows.data, { ...choice, initiativeIds: ids }, text);
  }, [rows.data, choice, words]);
  const check = (label: string, checked: boolean, onChange: (checked: boolean) => void): React.ReactElement => (
    <label key={label} className={styles.check}><input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /> {label}</label>
  );
  const monthChoice = (label: string, value: Period, onChange: (period: Period) => void): React.ReactElement => (
    <label className={sharedStyles.inlineLabel}>{label}{' '}
      <select className={sharedStyles.select} value={value} onChange={(event) => onChange(event.target.value)}>{months.map((month) => <option key={month} value={month}>{periodName(month, locale())}</option>)}</select>
    </label>
  );
  return (
    <section aria-labelledby="upl-extract">
      <div className={`${styles.panel} ${styles.notPrinted}`}>
        <h3 id="upl-extract">{text('exp.access')}</h3>
        <p>{text('extract.help')}</p>
        <div className={styles.bar}>
          {monthChoice(text('extract.from'), choice.from, (from) => change({ from, to: from > choice.to ? from : choice.to }))}
          {monthChoice(text('extract.to'), choice.to, (to) => change({ to, from: to < choice.from ? to : choice.from }))}
        </div>
        <p>
          <label className={sharedStyles.inlineLabel}>{text('extract.words')}{' '}
            <input type="search" className={sharedStyles.search} value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
        </p>
        <fieldset className={sharedStyles.choices}>
          <legend>{text('extract.fields')}</legend>
          {extractFields.map((name) => check(text(`extract.field.${name}` as const), choice.fields.includes(name), (wanted) => field(name, wanted)))}
        </fieldset>
        <p>
          {check(text('extract.drafts'), choice.drafts, (drafts) => change({ drafts }))}
          {check(text('extract.closedItems'), choice.closedItems, (closedItems) => change({ closedItems }))}
        </p>
      </div>
      {rows.error && <p role="alert" className={sharedStyles.notice}>{readProblemText(problemOf(rows.error)).title} <button type="button" className={sharedStyles.link} onClick={() => { rows.refetch().catch(() => undefined); }}>{text('problem.retry')}</button></p>}
      {extract ? <DocumentTools model={extract.model} name={[text('exp.access'), choice.from, choice.to]} /> : !rows.error && <p role="status" className={sharedStyles.muted}>{text('common.loading')}</p>}
    </section>
  );
};

export default ExtractPanel;
