import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/webs';
import type { LibraryFile, MadeFile, Revision } from '../../plan/ports/annexStore';
import type { Connection } from '../connection';
import { refusalOf } from '../errors';
import { quoted } from '../readMonth';
import { listUrl } from '../schema/places';
import { NoAnswerError } from '../sendRequests';

/** Names that the library's files have; the documents have theirs from whoever makes them. */
export const recordName = 'record.json';
export const indexName = 'index.json';

interface RevisionRow {
  Name: string;
  Files: { Name: string; ServerRelativeUrl: string; Length: string }[];
}

/** The folder of a meeting: its key, with `-` for the colon that no file name may hold. */
export function meetingFolder({ sitePath }: Connection, meetingKey: string): string {
  return `${listUrl(sitePath, 'Annexes')}/${meetingKey.replace(/:/g, '-')}`;
}

/** Everything filed of a meeting, the newest revision first. One request; no folder is an ordinary answer, and an empty one. */
export async function readRevisions(connection: Connection, meetingKey: string): Promise<Revision[]> {
  const columns = ['Name', 'Folders/Name', 'Folders/Files/Name', 'Folders/Files/ServerRelativeUrl', 'Folders/Files/Length'];
  const folder = nameOf(meetingFolder(connection, meetingKey));
  const found = await connection.sp.web.getFolderByServerRelativePath(listUrl(connection.sitePath, 'Annexes'))
    .folders.filter(`Name eq ${quoted(folder)}`).select(...columns).expand('Folders', 'Folders/Files')<{ Folders: RevisionRow[] }[]>();
  return found
    .flatMap(({ Folders }) => Folders)
    .filter(({ Name }) => /^[A-Z]+$/.test(Name))
    .map(({ Name, Files }): Revision => ({ name: Name, complete: Files.some((file) => file.Name === indexName), files: Files.map(fileOf) }))
    .sort((a, b) => b.name.length - a.name.length || b.name.localeCompare(a.name));
}

function nameOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

function fileOf({ Name, ServerRelativeUrl, Length }: RevisionRow['Files'][number]): LibraryFile {
  return { name: Name, url: ServerRelativeUrl, size: Number(Length) };
}

export async function readFile({ sp }: Connection, url: string): Promise<Uint8Array> {
  return new Uint8Array(await sp.web.getFileByServerRelativePath(url).getBuffer());
}

/** Makes the folder of a revision, and that of its meeting above it, where they are missing. @returns its server-relative address */
export async function demandFolder(connection: Connection, meetingKey: string, revision: string): Promise<string> {
  const meeting = meetingFolder(connection, meetingKey);
  await addFolder(connection, listUrl(connection.sitePath, 'Annexes'), nameOf(meeting));
  await addFolder(connection, meeting, revision);
  return `${meeting}/${revision}`;
}

async function addFolder({ sp }: Connection, parent: string, name: string): Promise<void> {
  const isThere = async (): Promise<boolean> => (await sp.web.getFolderByServerRelativePath(`${parent}/${name}`).select('Exists')<{ Exists: boolean }>()).Exists;
  if (await isThere()) {
    return;
  }
  try {
    await sp.web.getFolderByServerRelativePath(parent).folders.addUsingPath(name);
  } catch (error) {
    // Somebody was first, or the answer was lost after it was made.
    if (!(await isThere())) {
      throw error;
    }
  }
}

/**
 * Puts a file where none of that name is, and answers what the library then holds: of two who file at once the second
 * gets the first one's file, and Office files come back with the properties that SharePoint writes into them.
 */
export async function fileOnce(connection: Connection, folder: string, { name, bytes }: MadeFile): Promise<MadeFile> {
  const content = new Uint8Array(bytes).buffer;
  const filed = async (): Promise<MadeFile> => ({ name, bytes: await readFile(connection, `${folder}/${name}`) });
  try {
    await connection.sp.web.getFolderByServerRelativePath(folder).files.addUsingPath(name, content, { Overwrite: false });
  } catch (error) {
    const taken = -2130575257;
    if ((await refusalOf(error))?.code === taken) {
      return filed();
    }
    if (!(error instanceof NoAnswerError)) {
      throw error;
    }
    // No answer: it may lie there all the same.
    return filed().catch(() => { throw error; });
  }
  return filed();
}
