import { extensionOf } from '../items/place';

const office = 'application/vnd.openxmlformats-officedocument';
const types: Record<string, string> = {
  txt: 'text/plain', csv: 'text/csv', json: 'application/json', xml: 'text/xml', pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg',
  gif: 'image/gif', svg: 'image/svg+xml', docx: `${office}.wordprocessingml.document`, xlsx: `${office}.spreadsheetml.sheet`, pptx: `${office}.presentationml.presentation`
};

/** The type a document is sent with when it is asked for by its address. */
export const mimeTypeOf = (path: string): string => types[extensionOf(path)] ?? 'application/octet-stream';
