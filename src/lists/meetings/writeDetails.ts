import { meetingRules, meetingWritingOf, type MeetingDetails, type MeetingWriting } from '../../plan/meeting';
import type { DetailsOutcome } from '../../plan/ports/meetingStore';
import { anyMeetingDetailsOf, meetingDetailColumns } from '../mapping/meetings';
import { changeRow } from '../write/changeRow';
import type { ListWriter, Writing } from '../write/listWriter';

const longestCaseNumber = 255;

const detailsWriter: ListWriter<MeetingDetails, MeetingWriting> = {
  list: 'Meetings', columns: meetingDetailColumns, fromRow: anyMeetingDetailsOf, textsOf: meetingWritingOf, rules: meetingRules,
  // The case number is one line of text: SharePoint holds no more of it.
  asWritten: (texts) => ({ ...meetingWritingOf(texts), caseNumber: texts.caseNumber.slice(0, longestCaseNumber) }),
  toBody: (texts) => ({
    FocusInitiativesId: texts.focusInitiativeIds, FocusText: texts.focusText, InvitedId: texts.invitedIds, InvitedText: texts.invitedText, AttendingId: texts.attendingIds,
    AttendingText: texts.attendingText, Presenters: texts.presenters, CaseOwners: texts.caseOwners, CaseNumber: texts.caseNumber.slice(0, longestCaseNumber), Background: texts.background,
    CasePresentation: texts.casePresentation, Recommendation: texts.recommendation, IsClosedItem: texts.closedItem
  })
};

/** Saves what is written on a meeting over the version that it was written on. */
export function saveDetails(writing: Writing, base: MeetingDetails, texts: MeetingWriting): Promise<DetailsOutcome> {
  return changeRow(writing, detailsWriter, { base, texts });
}
