import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** The one file that holds everything. Written in one transaction per request, so a kill leaves no half write. */
export interface Database {
  rows<T>(sql: string, ...values: SqlValue[]): T[];
  run(sql: string, ...values: SqlValue[]): void;
  transaction(work: () => void): void;
  close(): void;
}

export type SqlValue = string | number | null | Uint8Array;

const schema = `
  CREATE TABLE IF NOT EXISTS record (kind TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS item (list TEXT NOT NULL, id INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (list, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS version
    (list TEXT NOT NULL, id INTEGER NOT NULL, uiVersion INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (list, id, uiVersion)) WITHOUT ROWID;
`;

/** Opens the file, or a database in memory when there is none. */
export function openDatabase(file: string | undefined): Database {
  const database = new (sqlite().DatabaseSync)(file ?? ':memory:');
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA locking_mode = EXCLUSIVE;');
  database.exec(schema);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    rows: <T>(sql: string, ...values: SqlValue[]) => prepare(sql).all(...values) as T[],
    run: (sql, ...values) => {
      prepare(sql).run(...values);
    },
    transaction: (work) => inTransaction(database, work),
    close: () => database.close()
  };
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (problem) {
    database.exec('ROLLBACK');
    throw problem;
  }
}

/**
 * Node 22 announces with every start that its SQLite is experimental. Only that warning is held back, and only
 * while the module loads.
 */
function sqlite(): typeof import('node:sqlite') {
  const emitWarning = process.emitWarning.bind(process);
  const quiet = (warning: string | Error, ...rest: unknown[]): void => {
    if (!String(warning).includes('SQLite is an experimental feature')) {
      Reflect.apply(emitWarning, process, [warning, ...rest]);
    }
  };
  process.emitWarning = quiet as typeof process.emitWarning;
  try {
    return require('node:sqlite') as typeof import('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
