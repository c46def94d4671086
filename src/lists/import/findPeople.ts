import { PrincipalType } from '@pnp/sp';
import { plain } from '../../plan/import/importedInitiative';
import type { FoundPerson, PersonMatch } from '../../plan/ports/planImport';
import type { Connection } from '../connection';
import { searchDirectory } from '../searchDirectory';

const most = 6;
/** The search is not made for crowds: a few at a time. */
const atOnce = 4;

/** Whom each text means: the one with exactly that name, address or login; otherwise who might be meant. */
export async function findPeople(connection: Connection, texts: readonly string[]): Promise<PersonMatch[]> {
  const matches: PersonMatch[] = [];
  for (let start = 0; start < texts.length; start += atOnce) {
    matches.push(...await Promise.all(texts.slice(start, start + atOnce).map((text) => findPerson(connection, text))));
  }
  return matches;
}

/** Whom directory and site know by the beginning of a name or an address. */
export async function findCandidates(connection: Connection, words: string): Promise<FoundPerson[]> {
  return (await searchDirectory(connection, words, PrincipalType.User, most)).map((entity) => ({ loginName: entity.Key, name: entity.DisplayText, email: entity.EntityData?.Email || undefined }));
}

async function findPerson(connection: Connection, text: string): Promise<PersonMatch> {
  const candidates = await findCandidates(connection, text);
  const exact = candidates.filter(({ loginName, name, email }) => [name, email ?? '', loginName, loginName.split('|').pop() ?? ''].map(plain).includes(plain(text)));
  return exact.length === 1 ? { text, person: exact[0], candidates: [] } : { text, candidates };
}
