import { equals, orderBy, where } from '../caml';
import { obsLevelChoices, obsStateChoices, obsTypeChoices } from '../choices';
import { obsFormat } from './columnFormats';
import { clientKey, pageOfRows, type ListSchema } from './columns';
import { placeOf } from './places';

const columnsShown = ['LinkTitle', 'ObsText', 'ObsLevel', 'ObsType', 'ObsState', 'RaisedPeriod', 'ClosedPeriod'];

export const obsPoints: ListSchema = {
  ...placeOf('ObsPoints'),
  description: 'OBS-punkter til direktionen og koncernledelsen. Kun direktører og økonomichefen skriver her.',
  titleColumn: { title: 'Titel', required: true },
  columns: [
    { name: 'Initiatives', title: 'Indsatser', type: 'LookupMulti', lookup: 'Initiatives' },
    { name: 'StrategicEffort', title: 'Strategisk indsats', type: 'Lookup', lookup: 'StrategicEfforts' },
    { name: 'ObsLevel', title: 'Niveau', type: 'Choice', required: true, indexed: true, choices: Object.values(obsLevelChoices) },
    { name: 'ObsType', title: 'Type', type: 'Choice', choices: Object.values(obsTypeChoices) },
    { name: 'ObsText', title: 'OBS', type: 'Note', required: true, format: obsFormat('ObsState', obsStateChoices.Open) },
    { name: 'ProposedAction', title: 'Forslag til handling', type: 'Note' },
    { name: 'ObsState', title: 'Tilstand', type: 'Choice', required: true, indexed: true, choices: Object.values(obsStateChoices) },
    { name: 'RaisedPeriod', title: 'Rejst', type: 'Text', required: true, indexed: true },
    { name: 'ClosedPeriod', title: 'Lukket', type: 'Text', indexed: true },
    { name: 'ClosingText', title: 'Afslutning', type: 'Note' },
    { name: 'SortOrder', title: 'Rækkefølge', type: 'Number' },
    clientKey
  ],
  views: [
    { title: 'Åbne OBS-punkter', fields: columnsShown, query: where(equals('ObsState', 'Choice', obsStateChoices.Open)) + orderBy({ name: 'SortOrder' }), rowLimit: pageOfRows },
    { title: 'Alle', fields: columnsShown, query: orderBy({ name: 'RaisedPeriod', descending: true }), rowLimit: pageOfRows }
  ],
  writers: ['directors'], addOnly: false
};
