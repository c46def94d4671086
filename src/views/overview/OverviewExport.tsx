import * as React from 'react';
import { selectRows, type OverviewSelection } from '../../plan/overviewSelection';
import type { Overview } from '../../plan/overview';
import type { MonthRows } from '../../plan/ports/planStore';
import type { SinceLast } from '../../plan/sinceLast';
import { useEditedRow } from '../editing/EditingProvider';
import { ExportMenu } from '../shared/ExportMenu';
import { obsTitles } from '../shared/obsTitles';
import { locale, text } from '../shared/texts';

interface OverviewExportProps {
  view: Overview;
  month: MonthRows;
  selection: OverviewSelection;
  folding: ReadonlyMap<number, SinceLast> | undefined;
}

/** The table as a file: the rows that the table shows, chosen by the same rules. */
export const OverviewExport: React.FC<OverviewExportProps> = ({ view, month, selection, folding }) => {
  const held = useEditedRow()?.initiativeId;
  return (
    <ExportMenu
      name={[text('app.title'), text('nav.overview'), view.period]}
      tables={({ overviewSheet }) => [overviewSheet(
        selectRows(view, selection, locale(), { held, since: folding }), view.otherObs.map((obs) => ({ obs, concerns: obsTitles(obs.point, month) })), text
      )]}
    />
  );
};
