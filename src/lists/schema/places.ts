import type { ListKey, ListPlace } from './columns';

/**
 * Where each container of the plan stands, in the order that they can be made: what a lookup points at comes first. Apart from
 * the columns, which only the setup needs: this much is loaded with the page.
 */
const places: Readonly<Record<ListKey, { folder: string; title: string; library?: boolean }>> = {
  Initiatives: { folder: 'UplInitiatives', title: 'Udmøntningsplan – Indsatser' },
  StrategicEfforts: { folder: 'UplStrategicEfforts', title: 'Udmøntningsplan – Strategiske indsatser' },
  Meetings: { folder: 'UplMeetings', title: 'Udmøntningsplan – Møder' },
  StatusReports: { folder: 'UplStatusReports', title: 'Udmøntningsplan – Statusser' },
  ObsPoints: { folder: 'UplObsPoints', title: 'Udmøntningsplan – OBS-punkter' },
  Decisions: { folder: 'UplDecisions', title: 'Udmøntningsplan – Beslutninger' },
  FollowUps: { folder: 'UplFollowUps', title: 'Udmøntningsplan – Opfølgninger' },
  EconomyLines: { folder: 'UplEconomyLines', title: 'Udmøntningsplan – Økonomilinjer' },
  Settings: { folder: 'UplSettings', title: 'Udmøntningsplan – Indstillinger' },
  Annexes: { folder: 'UplAnnexes', title: 'Udmøntningsplan – Bilag', library: true }
};

export const listKeys = Object.keys(places) as ListKey[];

export function placeOf(key: ListKey): ListPlace {
  return { key, library: false, ...places[key] };
}

/** The server-relative address of a list on a site: lists are found by this, never by their title. */
export function listUrl(siteUrl: string, key: ListKey): string {
  const { folder, library } = placeOf(key);
  const root = siteUrl.replace(/\/$/, '');
  return library ? `${root}/${folder}` : `${root}/Lists/${folder}`;
}
