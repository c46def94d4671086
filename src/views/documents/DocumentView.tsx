import * as React from 'react';
import type { Block, DocumentModel, Line, Run, Table } from '../../documents/model/documentModel';
import { Icon } from '../shared/icons';
import styles from './documents.module.scss';

/** A document on screen and on paper, as Word shows it. */
export const DocumentView: React.FC<{ model: DocumentModel }> = ({ model }) => (
  <article className={styles.document} lang={model.language} aria-label={model.title}>
    {/* Later than the sheet that lays everything else across: what is upright in Word is upright on paper. */}
    {!model.landscape && <style>{'@page { size: A4 portrait; }'}</style>}
    <h3>{model.title}</h3>
    {model.blocks.map((block, index) => <BlockView key={index} block={block} />)}
  </article>
);

/** A paragraph, a list or a table of a document. */
export const BlockView: React.FC<{ block: Block }> = ({ block }) => {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h4 className={toneClass(block)}>{block.text}</h4> : <h5 className={toneClass(block)}>{block.text}</h5>;
    case 'paragraph':
      return <p><LineView line={block.line} /></p>;
    case 'list':
      return <ul>{block.items.map((line, index) => <li key={index}><LineView line={line} /></li>)}</ul>;
    default:
      return <TableView table={block} />;
  }
};

const TableView: React.FC<{ table: Table }> = ({ table: { caption, columns, rows } }) => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    // Wider than a phone: then it is moved sideways, by keyboard too.
    <div className={styles.tableFrame} tabIndex={0} role="region" aria-label={caption}>
      <table>
        <colgroup>{columns.map(({ title, share }) => <col key={title} style={{ width: `${(100 * share) / shares}%` }} />)}</colgroup>
        <thead><tr>{columns.map(({ title }) => <th key={title} scope="col">{title}</th>)}</tr></thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((lines, column) => {
                const content = lines.map((line, index) => <p key={index}><LineView line={line} /></p>);
                return column === 0 ? <th key={column} scope="row">{content}</th> : <td key={column}>{content}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const LineView: React.FC<{ line: Line }> = ({ line }) => <>{line.map((run, index) => <RunView key={index} run={run} />)}</>;

const RunView: React.FC<{ run: Run }> = ({ run }) => {
  // Not every font has the flag that files are written with; the page draws its own.
  const words = run.text.startsWith('⚑')
    ? <span className={toneClass(run)}><Icon name="flag" />{run.text.slice(1)}</span>
    : <span className={toneClass(run)}>{run.text}</span>;
  return run.strong ? <strong>{words}</strong> : words;
};

function toneClass({ tone }: { tone?: Run['tone'] }): string | undefined {
  return tone && (tone === 'obs' || tone === 'quiet' ? styles[tone] : styles[`tone${tone}` as const]);
}
