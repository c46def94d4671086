import type { ImportedInitiative } from '../../plan/import/importedInitiative';

/** What a column of a sheet can be about. */
export const importFields = [
  'title', 'code', 'marks', 'department', 'committees', 'crossCutting', 'highlighted', 'lifecycle', 'source', 'director', 'directorRole', 'chief', 'chiefRole', 'deputy', 'coordinatesWith',
  'description', 'politicalBasis', 'startDate', 'endDate'
] as const;
export type ImportField = (typeof importFields)[number] & keyof ImportedInitiative;

/** Which column is about what: found by the headers, corrected by hand. */
export interface ColumnMapping {
  /** Index of the row with the headers; undefined: the first row is an initiative already. */
  headerRow?: number;
  /** Index of the column of each field; a field that the sheet has not is left out. */
  columns: Partial<Record<ImportField, number>>;
}

/** Words that headers are known by, in Danish and English; the product's own headers are among them. */
const synonyms: Readonly<Record<ImportField, readonly string[]>> = {
  title: ['indsats', 'indsatser', 'titel', 'navn', 'initiativ', 'initiative', 'initiatives', 'title', 'name', 'tekst som i planen', 'emne'],
  code: ['kode', 'code', 'r-nummer', 'r-nr', 'nr', 'nummer', 'id', 'number'],
  marks: ['mærke', 'mærker', 'mark', 'marks', 'type (i/b)', 'i/b'],
  department: ['forvaltning', 'ansvarlig forvaltning', 'afdeling', 'direktørområde', 'område', 'department', 'responsible department', 'administration'],
  committees: ['udvalg', 'politisk udvalg', 'fagudvalg', 'committee', 'committees', 'political committee'],
  crossCutting: ['tværgående', 'tværgående indsats', 'cross-cutting', 'cross cutting'],
  highlighted: ['særligt behov for tværgående koordination', 'fremhævet', 'særligt behov', 'special need for cross-cutting coordination', 'special need for coordination', 'highlighted'],
  lifecycle: ['livsforløb', 'tilstand', 'fase', 'lifecycle', 'state', 'phase'],
  source: ['kilde', 'ophav', 'source', 'origin'],
  director: ['direktør', 'ansvarlig direktør', 'director', 'responsible director'],
  directorRole: ['direktør (rolle)', 'ansvarlig direktør (rolle)', 'direktørrolle', 'director (role)', 'director role', 'responsible director (role)'],
  chief: ['fagchef', 'ansvarlig fagchef', 'ansvarlig', 'chef', 'tovholder', 'responsible', 'head of department', 'responsible head of department'],
  chiefRole: ['fagchef (rolle)', 'ansvarlig fagchef (rolle)', 'fagchefrolle', 'rolle', 'role', 'head of department (role)'],
  deputy: ['stedfortræder', 'deputy'],
  coordinatesWith: ['skal koordineres med', 'koordineres med', 'koordination', 'coordinates with', 'to be coordinated with', 'coordinate with'],
  description: ['beskrivelse', 'description', 'indhold'],
  politicalBasis: ['politisk grundlag', 'grundlag', 'political basis', 'basis'],
  startDate: ['start', 'startdato', 'begynder', 'start date'],
  endDate: ['slut', 'slutdato', 'afsluttes', 'end', 'end date']
};

/** Headers stand near the top: above them there is at most a title and an explanation. */
const rowsLookedAt = 15;

/** Finds the row with the headers and what each column is about. A column is used once; without headers the first column is the title. */
export function findColumns(rows: readonly (readonly string[])[]): ColumnMapping {
  let best: ColumnMapping = { columns: { title: 0 } };
  let most = 0;
  rows.slice(0, rowsLookedAt).forEach((row, headerRow) => {
    const columns = columnsIn(row);
    const found = Object.keys(columns).length;
    if (columns.title !== undefined && found > most) {
      best = { headerRow, columns };
      most = found;
    }
  });
  return best;
}

function columnsIn(row: readonly string[]): ColumnMapping['columns'] {
  const columns: ColumnMapping['columns'] = {};
  const headers = row.map(headerWords);
  for (const field of importFields) {
    const index = headers.findIndex((header) => synonyms[field].includes(header));
    if (index >= 0) {
      columns[field] = index;
    }
  }
  return columns;
}

/** `Ansvarlig  Forvaltning:*` and `ansvarlig forvaltning` are one header. */
function headerWords(header: string): string {
  return header.normalize('NFC').toLowerCase().replace(/[*:.]+/g, '').replace(/\s+/g, ' ').trim();
}
