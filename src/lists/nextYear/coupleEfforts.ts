import type { YearLine } from '../../plan/ports/nextYearStore';
import { effortColumns, effortOf } from '../mapping/rows';
import { quoted, rowsOf } from '../readMonth';
import { changeRow } from '../write/changeRow';
import type { ListWriter, Writing } from '../write/listWriter';
import type { StrategicEffort } from '../../plan/strategicEffort';

type Coupling = Pick<StrategicEffort, 'initiativeIds'>;

const couplingWriter: ListWriter<StrategicEffort, Coupling> = {
  list: 'StrategicEfforts', columns: effortColumns, fromRow: effortOf, textsOf: ({ initiativeIds }) => ({ initiativeIds }), asWritten: (coupling) => coupling,
  toBody: ({ initiativeIds }) => ({ InitiativesId: initiativeIds }), rules: { kinds: { initiativeIds: 'set' } }
};

/** What carried on the board's strategic efforts last year carries them this year: the new rows stand beside the old ones. */
export async function coupleEfforts(writing: Writing, toYear: string): Promise<YearLine[]> {
  const { connection, timeZone } = writing;
  const [rows, efforts] = await Promise.all([
    rowsOf(connection, 'Initiatives', { columns: ['Id', 'PredecessorId'], filter: `PlanYear eq ${quoted(toYear)}` }),
    rowsOf(connection, 'StrategicEfforts', { columns: effortColumns })
  ]);
  const lines: YearLine[] = [];
  for (const effort of efforts.map((row) => effortOf(row, timeZone))) {
    const missing = rows.filter(({ Id, PredecessorId }) => effort.initiativeIds.includes(Number(PredecessorId)) && !effort.initiativeIds.includes(Number(Id))).map(({ Id }) => Number(Id));
    // Whoever was refused one is refused them all: the list is the board's.
    const problem = lines.find((line) => line.problem?.kind === 'forbidden')?.problem;
    if (missing.length > 0 && problem) {
      lines.push({ what: 'coupled', name: effort.title, outcome: 'refused', problem });
    } else if (missing.length > 0) {
      const outcome = await changeRow(writing, couplingWriter, { base: effort, texts: { initiativeIds: [...effort.initiativeIds, ...missing] } });
      lines.push({ what: 'coupled', name: effort.title, outcome: outcome.kind === 'saved' ? 'made' : outcome.kind === 'refused' ? 'refused' : 'changed', problem: outcome.kind === 'refused' ? outcome.problem : undefined });
    }
  }
  return lines;
}
