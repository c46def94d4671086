import { sharePointException, SharePointError } from '../http/errors';

/** What SharePoint says of a column that a query names and the list does not have, and of an And or Or without two sides [I]. */
export const fieldsNotInstalled = (): SharePointError => sharePointException(
  'One or more field types are not installed properly. Go to the list settings page to delete these fields.', 500, -2130575340
);

/** [A] What SharePoint says of XML that it cannot read, and of elements that CAML does not have. */
export const cannotComplete = (): SharePointError => sharePointException('Cannot complete this action.\n\nPlease try again.', 500, -2147467259);
