import * as React from 'react';
import { filledText } from '../../../documents/paper/paper';
import { standardTemplate } from '../../../documents/paper/paperOf';
import { templateOver } from '../../../documents/paper/template';
import { obsOf } from '../../../plan/overview';
import { firstBoardMeeting } from '../../../plan/record/firstBoardMeeting';
import { BlockView } from '../../documents/DocumentView';
import { useTemplate } from '../../shared/annexQueries';
import { text } from '../../shared/texts';
import type { ShownMeeting } from '../meetingWork';

/** The recommendation as the paper has it: the meeting's own, the municipality's, or the standard one. */
export const Recommendation: React.FC<ShownMeeting> = ({ site, meeting, month, record, view }) => {
  const template = useTemplate(site.timeZone, record === undefined);
  // Without an answer the standard phrase would stand there and give way to another one.
  if (!record && template.isLoading) {
    return null;
  }
  const { planYear, period } = month;
  const { recommendation } = templateOver(record?.template ?? template.data ?? undefined, standardTemplate(text));
  const source = {
    meeting, planYear, period, firstMeeting: record ? record.firstMeeting : firstBoardMeeting(site.meetings, planYear), initiatives: view.rows, obs: obsOf(month.obsPoints, period)
  };
  return (
    <section aria-labelledby="upl-show-recommendation">
      <h3 id="upl-show-recommendation">{text('meet.recommendation')}</h3>
      {filledText(meeting.recommendation, recommendation, source, text).map((block, index) => <BlockView key={index} block={block} />)}
    </section>
  );
};
