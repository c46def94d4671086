import type { ContentTypeRecord } from '../state/records';

/** Id, English and Danish name, English and Danish group, marks: h hidden, s sealed. */
type Row = readonly [string, string, string, string, string, string];

const [listGroup, listGroupDanish] = ['List Content Types', 'Listeindholdstyper'];
const [documentGroup, documentGroupDanish] = ['Document Content Types', 'Dokumentindholdstyper'];
const [folderGroup, folderGroupDanish] = ['Folder Content Types', 'Mappeindholdstyper'];

/** The content types of every site that people meet; SharePoint has more. */
const rows: readonly Row[] = [
  ['0x', 'System', 'System', '_Hidden', '_Hidden', 'hs'],
  ['0x01', 'Item', 'Element', listGroup, listGroupDanish, ''],
  ['0x0101', 'Document', 'Dokument', documentGroup, documentGroupDanish, ''],
  ['0x010102', 'Picture', 'Billede', documentGroup, documentGroupDanish, ''],
  ['0x0102', 'Event', 'Begivenhed', listGroup, listGroupDanish, ''],
  ['0x0104', 'Announcement', 'Meddelelse', listGroup, listGroupDanish, ''],
  ['0x0105', 'Link', 'Hyperlink', listGroup, listGroupDanish, ''],
  ['0x0106', 'Contact', 'Kontakt', listGroup, listGroupDanish, ''],
  ['0x0108', 'Task', 'Opgave', listGroup, listGroupDanish, ''],
  ['0x0120', 'Folder', 'Mappe', folderGroup, folderGroupDanish, '']
];

export function builtInContentTypes(localeId: number): ContentTypeRecord[] {
  const isDanish = localeId === 1030;
  return rows.map(([id, english, danish, group, danishGroup, marks]) => ({
    id, name: isDanish ? danish : english, description: '', group: isDanish ? danishGroup : group,
    hidden: marks.includes('h'), readOnly: false, sealed: marks.includes('s')
  }));
}

/** The id a type of its own has under another: the parent's, 00 and a guid. */
export const childId = (parent: string, guid: string): string => `${parent}00${guid.replace(/-/g, '').toUpperCase()}`;

/** How a content type made in a web stands in the store. */
export const contentTypeKey = (site: string, id: string): string => `${site}|${id.toUpperCase()}`;

/** Whether an id is that of the parent or of something below it. */
export const isBelow = (id: string, parent: string): boolean => id.toUpperCase().startsWith(parent.toUpperCase());
