import type { Initiative, InitiativeDetails } from '../initiative';
import type { InitiativeWriting } from '../initiatives/initiativeWriting';
import type { Person } from '../person';
import type { WriteOutcome } from '../problem';
import type { FoundPerson } from './planImport';

export type InitiativeOutcome = WriteOutcome<InitiativeDetails, InitiativeWriting>;

/** The place of an initiative among the others. */
export type InitiativePlace = Pick<Initiative, 'sortOrder'>;

export interface NewInitiative {
  planYear: string;
  sortOrder: number;
}

/** Keeps the plan: its initiatives written by hand. Loaded when somebody first does. */
export interface InitiativeStore {
  /** The whole row. Rejects with `notFound` when it is gone. */
  details(id: number): Promise<InitiativeDetails>;
  /**
   * `clientKey` (a GUID) makes a second attempt after a lost answer find the first one's row. One that comes while a round
   * of its year is open gets its row there.
   */
  add(start: NewInitiative, writing: InitiativeWriting, clientKey: string): Promise<InitiativeOutcome>;
  /** Saved over `base`; one that becomes reported on while a round of its year is open gets its row there. */
  save(base: InitiativeDetails, writing: InitiativeWriting): Promise<InitiativeOutcome>;
  /** The place alone: what somebody else has written in the row meanwhile stays. */
  place(base: Initiative, sortOrder: number): Promise<WriteOutcome<Initiative, InitiativePlace>>;
  /** Whom directory and site know by the beginning of a name or an address. */
  findPeople(words: string): Promise<FoundPerson[]>;
  /** Makes sure that the site knows somebody, which gives them an id. */
  person(found: FoundPerson): Promise<Person>;
}
