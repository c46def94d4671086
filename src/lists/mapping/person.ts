import type { Person } from '../../plan/person';

/** What is asked of a person, and how it is read. */
export const personColumns = ['Id', 'Title', 'LoginName', 'Email'];

export interface PersonRow {
  Id: number;
  Title: string;
  LoginName: string;
  Email?: string;
}

export function personOf({ Id, Title, LoginName, Email }: PersonRow): Person {
  return { id: Id, name: Title, loginName: LoginName, email: Email };
}
