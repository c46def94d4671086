import { boardForum, corporateForum } from '../../plan/meeting';
import { text } from '../shared/texts';

/** The forum in the reader's language; one that the municipality has added is called what it is called there. */
export function forumName(forum: string): string {
  return forum === boardForum || forum === corporateForum ? text(`meetings.forum.${forum}` as const) : forum;
}
