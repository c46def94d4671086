import * as React from 'react';
import type { SheetTable } from '../../documents/sheet/sheetTable';
import { useAnnounce } from './announcer';
import { Disclosure } from './Disclosure';
import { download, fileNameOf } from './download';
import type { SheetFormat, Sheets } from './exportFile';
import styles from './shared.module.scss';
import { text } from './texts';

interface ExportMenuProps {
  /** The words of the file's name, such as the year and the view. */
  name: readonly string[];
  /** What the view shows at this moment; CSV holds the first table alone. */
  tables: (sheets: Sheets) => SheetTable[];
  /** Other kinds of file that the view makes, by their extension. */
  others?: Readonly<Record<'docx', () => Promise<Blob>>>;
}

type Format = SheetFormat | 'docx';

/** What is shown, as a file: the same rows, in the same order. */
export const ExportMenu: React.FC<ExportMenuProps> = ({ name, tables, others }) => {
  const announce = useAnnounce();
  const [state, setState] = React.useState<'idle' | 'making' | 'failed'>('idle');
  const formats: readonly Format[] = others ? ['docx', 'xlsx', 'csv'] : ['xlsx', 'csv'];
  const make = async (format: Format): Promise<Blob> => {
    if (format === 'docx' && others) {
      return others.docx();
    }
    const { sheets, sheetFile } = await import(/* webpackChunkName: 'export' */ './exportFile');
    return sheetFile(tables(sheets), format === 'csv' ? 'csv' : 'xlsx');
  };
  const save = async (format: Format): Promise<void> => {
    setState('making');
    announce(text('export.making'));
    try {
      const file = await make(format);
      const fileName = fileNameOf(name, format);
      download(file, fileName);
      setState('idle');
      announce(text('export.done', fileName));
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Disclosure label={text(state === 'making' ? 'export.making' : 'export.menu')} buttonClass={styles.button}>
        {(close) => (
          <ul className={styles.choicesBelow}>
            {formats.map((format) => (
              <li key={format}><button type="button" className={styles.choiceBelow} onClick={() => { close(); save(format).catch(() => undefined); }}>{text(`export.${format}` as const)}</button></li>
            ))}
          </ul>
        )}
      </Disclosure>
      {state === 'failed' && <p role="alert" className={styles.notice}>{text('export.failed')}</p>}
    </>
  );
};
