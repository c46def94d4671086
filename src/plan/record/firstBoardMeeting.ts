import { boardForum, type Meeting } from '../meeting';

/** The board meeting of the plan year that took the plan up. */
export function firstBoardMeeting(meetings: readonly Meeting[], planYear: string): Meeting | undefined {
  return meetings
    .filter((meeting) => meeting.forum === boardForum && meeting.state !== 'Cancelled' && meeting.period.startsWith(`${planYear}-`))
    .sort((a, b) => a.meetingDate.localeCompare(b.meetingDate))[0];
}
