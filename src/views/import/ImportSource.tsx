import * as React from 'react';
import { readCsv, readPasted, textIn, type SheetIn, type SheetsIn, type UnreadableReason } from '../../documents/excel/sheetIn';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** Where the rows come from: pasted from a spreadsheet, or a file. A file that cannot be read says why. */
export const ImportSource: React.FC<{ onSheets: (name: string, sheets: SheetIn[]) => void }> = ({ onSheets }) => {
  const [pasted, setPasted] = React.useState('');
  const [reason, setReason] = React.useState<UnreadableReason>();
  const take = (name: string, read: SheetsIn): void => {
    setReason(read.kind === 'unreadable' ? read.reason : undefined);
    if (read.kind === 'sheets') {
      onSheets(name, read.sheets);
    }
  };
  const choose = async (file: File): Promise<void> => {
    const bytes = await bytesOf(file);
    take(file.name, /\.(csv|txt|tsv)$/i.test(file.name) ? readCsv(textIn(bytes)) : await (await import(/* webpackChunkName: 'readXlsx' */ '../../documents/excel/readXlsx')).readXlsx(bytes));
  };
  return (
    <div>
      <label className={styles.fieldLabel} htmlFor="upl-import-file">{text('import.file')}</label>
      <p><input id="upl-import-file" type="file" accept=".xlsx,.csv" onChange={(event) => {
        const [file] = Array.from(event.target.files ?? []);
        if (file) {
          choose(file).catch(() => setReason('broken'));
        }
      }} /></p>
      <label className={styles.fieldLabel} htmlFor="upl-import-paste">{text('import.paste')}</label>
      <p><textarea id="upl-import-paste" className={styles.report} rows={5} value={pasted} onChange={(event) => setPasted(event.target.value)} /></p>
      <button type="button" className={styles.primaryButton} disabled={pasted.trim() === ''} onClick={() => take(text('import.pasted'), readPasted(pasted))}>{text('import.read')}</button>
      {reason && <p role="alert" className={styles.notice}>{text(`import.unreadable.${reason}` as const)}</p>}
    </div>
  );
};

function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}
