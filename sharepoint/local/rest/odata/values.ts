import { collectionOf } from '../metadata/model';

/** The empty value of an EDM type: what SharePoint sends for a property that nobody has set. */
export function emptyValue(type: string): unknown {
  if (collectionOf(type) !== undefined) {
    return [];
  }
  switch (type) {
    case 'Edm.Boolean':
      return false;
    case 'Edm.Int16':
    case 'Edm.Int32':
    case 'Edm.Double':
      return 0;
    case 'Edm.Int64':
      return '0';
    case 'Edm.Guid':
      return '00000000-0000-0000-0000-000000000000';
    case 'Edm.DateTime':
      return '1900-01-01T00:00:00Z';
    default:
      return null;
  }
}
