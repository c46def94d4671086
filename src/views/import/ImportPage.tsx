import { useQuery } from '@tanstack/react-query';
import * as React from 'react';
import type { SheetIn } from '../../documents/excel/sheetIn';
import { useAddress } from '../app/address';
import { mayImport, type PlanViewProps } from '../app/planViews';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { ImportBatches } from './ImportBatches';
import { ImportSheet } from './ImportSheet';
import { ImportSource } from './ImportSource';

/** The plan in from a spreadsheet: source, columns, preview, run, and what was brought in before. */
const ImportPage: React.FC<PlanViewProps & { onDone?: () => void }> = ({ site, planYear, onDone }) => {
  const { loadImport } = useServices();
  const [, changeAddress] = useAddress();
  const plan = useQuery(['import'], () => loadImport(site.timeZone), { staleTime: Infinity }).data;
  const [year, setYear] = React.useState(planYear);
  const [source, setSource] = React.useState<{ name: string; sheets: SheetIn[]; turn: number }>();
  const [sheetIndex, setSheetIndex] = React.useState(0);
  const sheet = source?.sheets[sheetIndex];
  // The navigation does not lead here without the rights; a link that was sent does.
  if (!mayImport(site)) {
    return <section className={styles.root}><h2>{text('import.heading')}</h2><p className={styles.notice}>{text('year.notYours')}</p></section>;
  }
  return (
    <section className={styles.root} aria-labelledby="upl-import">
      <h2 id="upl-import">{text('import.heading')}</h2>
      <p>{text('import.help')}</p>
      {onDone && <button type="button" className={styles.button} onClick={onDone}>{text('setup.toPlan')}</button>}
      <p><label className={styles.field}>{text('pane.planYear')}<input inputMode="numeric" value={year} onChange={(event) => setYear(event.target.value)} /></label></p>
      <ImportSource onSheets={(name, sheets) => { setSheetIndex(0); setSource((before) => ({ name, sheets, turn: (before?.turn ?? 0) + 1 })); }} />
      {source && source.sheets.length > 1 && (
        <p><label className={styles.inlineLabel}>{text('import.sheet')}{' '}
          <select className={styles.select} value={sheetIndex} onChange={(event) => setSheetIndex(Number(event.target.value))}>{source.sheets.map(({ name }, index) => <option key={name} value={index}>{name}</option>)}</select>
        </label></p>
      )}
      {source && sheet && plan && (/^\d{4}$/.test(year)
        ? <ImportSheet key={`${source.turn}-${sheetIndex}-${year}`} site={site} plan={plan} name={source.name} sheet={sheet} planYear={year} onShowPlan={onDone ?? (() => changeAddress(year === planYear ? { view: 'overview' } : { view: 'overview', year, period: `${year}-01` }))} />
        : <p role="alert" className={styles.notice}>{text('pane.planYear.wrong')}</p>)}
      {plan && <ImportBatches plan={plan} mayUndo={site.rights.manageSite} />}
    </section>
  );
};

export default ImportPage;
