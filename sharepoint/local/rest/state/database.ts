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
  CREATE TABLE IF NOT EXISTS content (id TEXT PRIMARY KEY, owner TEXT NOT NULL, bytes BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS change (number INTEGER PRIMARY KEY, time INTEGER NOT NULL, site TEXT NOT NULL, list TEXT, json TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS changeOfList ON change (list, number);
  CREATE INDEX IF NOT EXISTS contentOfOwner ON content (owner);
`;

/**
 * Opens the file, or a database in memory when there is none.
 * @throws Error in words when another process holds the file
 */
export function openDatabase(file: string | undefined): Database {
  const database = new (sqlite().DatabaseSync)(file ?? ':memory:');
  try {
    // The lock is taken at once and kept: of two processes on one file the second is told, before it has answered anything.
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    database.exec(`${schema} COMMIT;`);
  } catch (problem) {
    database.close();
    throw isBusy(problem) ? new Error(`The state ${file} is in use by another local SharePoint. Stop that one, or choose another state.`) : problem;
  }
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

/** SQLITE_BUSY, whatever its extension. */
function isBusy(problem: unknown): boolean {
  return problem instanceof Error && 'errcode' in problem && (Number(problem.errcode) & 0xff) === 5;
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
