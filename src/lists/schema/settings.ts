import { orderBy } from '../caml';
import { pageOfRows, type ListSchema } from './columns';
import { placeOf } from './places';

export const settings: ListSchema = {
  ...placeOf('Settings'),
  description: 'Udmøntningsplanens indstillinger. Værdien er JSON.',
  titleColumn: { title: 'Titel', required: true },
  columns: [
    { name: 'SettingKey', title: 'Nøgle', type: 'Text', required: true, unique: true, indexed: true },
    { name: 'Value', title: 'Værdi', type: 'Note' }
  ],
  views: [{ title: 'Alle', fields: ['LinkTitle', 'SettingKey', 'Value'], query: orderBy({ name: 'SettingKey' }), rowLimit: pageOfRows }],
  writers: ['finance'], addOnly: false
};

/** The version of the lists that this package makes. 2 gave the plain lists their look (column formatting), 3 an initiative the reason why it ended. */
export const schemaVersion = 3;

/** The rows that setup puts in where they are missing: key -> title and value. */
export const settingRows: readonly { key: string; title: string; value: unknown }[] = [
  { key: 'schemaVersion', title: 'Listernes version', value: schemaVersion },
  { key: 'markLegend', title: 'Mærkernes betydning', value: { I: 'Investering', B: 'Besparelse' } },
  { key: 'codePattern', title: 'Kodens mønster', value: 'R\\d{3}' },
  { key: 'daysBeforeMeeting', title: 'Dage før mødet: åbning, frist, gennemsyn, lås', value: { open: 20, deadline: 8, review: 5, lock: 4 } }
];
