import { useQuery } from '@tanstack/react-query';
import * as React from 'react';
import type { SheetIn } from '../../documents/excel/sheetIn';
import type { PlanViewProps } from '../app/planViews';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { ImportBatches } from './ImportBatches';
import { ImportSheet } from './ImportSheet';
import { ImportSource } from './ImportSource';

/** The plan in from a spreadsheet: source, columns, preview, run, and what was brought in before. */
const ImportPage: React.FC<PlanViewProps & { onDone?: () => void }> = ({ site, planYear, onDone }) => {
  const { loadImport } = useServices();
  const plan = useQuery(['import'], () => loadImport(site.timeZone), { staleTime: Infinity }).data;
  const [year, setYear] = React.useState(planYear);
  const [source, setSource] = React.useState<{ name: string; sheets: SheetIn[]; turn: number }>();
  const [sheetIndex, setSheetIndex] = React.useState(0);
  const sheet = source?.sheets[sheetIndex];
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
        ? <ImportSheet key={`${source.turn}-${sheetIndex}-${year}`} site={site} plan={plan} name={source.name} sheet={sheet} planYear={year} />
        : <p role="alert" className={styles.notice}>{text('pane.planYear.wrong')}</p>)}
      {plan && <ImportBatches plan={plan} mayUndo={site.rights.manageSite} />}
    </section>
  );
};

export default ImportPage;
