import { SharePointError, sharePointException } from '../http/errors';
import { formatTime } from '../odata/dates';

/** A folder, or a file asked for within its folder. */
export const folderNotFound = (): SharePointError => new SharePointError(404, '-2147024894, System.IO.FileNotFoundException', 'File Not Found.');

/** A file asked for by its address. */
export const fileNotFound = (path: string): SharePointError => sharePointException(`The file ${path} does not exist.`, 404, -2130575338);

/** Code and text as seen in public issues and tests; [A] the status, and the form of the time. */
export const nameTaken = (path: string, login: string, modified: number): SharePointError => sharePointException(
  `A file with the name ${path} already exists. It was last modified by ${login} on ${formatTime(modified)}.`, 400, -2130575257
);

export const folderNameTaken = (path: string): SharePointError =>
  sharePointException(`A file or folder with the name ${path} already exists.`, 400, -2130575257); // [A]

export const nameNotPermitted = (): SharePointError => sharePointException(
  'The file or folder name contains characters that are not permitted.  Please use a different name.', 400, -2130575245 // [A] status
);

export const pathTooLong = (): SharePointError => new SharePointError(
  400, '-2147024690, System.IO.PathTooLongException', 'The specified file or folder name is too long. The URL path for all files and folders must be 400 characters or less.' // [A]
);

export const otherWeb = (): SharePointError =>
  new SharePointError(500, '-2147024809, System.ArgumentException', 'Server relative urls must start with SPWeb.ServerRelativeUrl'); // [A] status
