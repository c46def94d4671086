/** An answer that SharePoint gives instead of the resource: status, the `<hresult>, <type>` code and the text. */
export class SharePointError extends Error {
  public constructor(
    public readonly status: number,
    public readonly code: string,
    message: string,
    /** True when the request named something that `$metadata` does not know. */
    public readonly unknownToMetadata: boolean = false
  ) {
    super(message);
  }
}

const invalidQuery = '-1, Microsoft.SharePoint.Client.InvalidClientQueryException';

export const resourceNotFound = (segment: string, unknownToMetadata: boolean = true): SharePointError =>
  new SharePointError(
    404, '-1, Microsoft.SharePoint.Client.ResourceNotFoundException', `Cannot find resource for the request ${segment}.`, unknownToMetadata
  );

export const listNotFound = (title: string, webUrl: string): SharePointError =>
  new SharePointError(404, '-1, System.ArgumentException', `List '${title}' does not exist at site with URL '${webUrl}'.`);

export const itemNotFound = (): SharePointError =>
  new SharePointError(404, '-2130575338, System.ArgumentException', 'Item does not exist. It may have been deleted by another user.');

export const unknownProperty = (name: string, type: string): SharePointError =>
  new SharePointError(
    400, invalidQuery,
    `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`, true
  );

export const unknownParameter = (name: string, method: string): SharePointError =>
  new SharePointError(400, invalidQuery, `The parameter ${name} does not exist in method ${method}.`, true); // [A] seen in forums, not recorded

export const invalidRequest = (message: string): SharePointError => new SharePointError(400, invalidQuery, message);

export const wrongNode = (found: string, reading: string, expected: string): SharePointError =>
  invalidRequest(
    `A node of type '${found}' was read from the JSON reader when trying to read ${reading}. A '${expected}' node was expected.`
  );

/** [I] sp-dev-docs 7329. */
export const typeNotGiven = (): SharePointError => invalidRequest(
  'An entry without a type name was found, but no expected type was specified. ' +
  'To allow entries without type information, the expected type must also be specified when the model is specified.'
);

/** [A] The words of the OData reader that SharePoint uses, as the next. */
export const typeNotAssignable = (type: string, expected: string): SharePointError =>
  invalidRequest(`An entry with type '${type}' was found, but it is not assignable to the expected type '${expected}'.`);

export const typeUnknown = (type: string): SharePointError => invalidRequest(
  `A type named '${type}' could not be resolved by the model. When a model is available, each type name must resolve to a valid type.`
);

/** [I] pnpjs 2162, where the parameters of a function were read. */
export const noArray = (): SharePointError => new SharePointError(
  400, '-1, Microsoft.Data.OData.ODataException', 'An unexpected \'StartObject\' node was found when reading from the JSON reader. A \'StartArray\' node was expected.'
);

export const wrongPrimitive = (expected: string): SharePointError =>
  invalidRequest(`Cannot convert a primitive value to the expected type '${expected}'. See the inner exception for more details.`);

export const accessDenied = (): SharePointError =>
  new SharePointError(
    403, '-2147024891, System.UnauthorizedAccessException',
    'Access denied. You do not have permission to perform this action or access this resource.'
  );

/** [A] Both 401 and 403 have been seen; the door of the local SharePoint answers 401. */
export const signedOut = (status: 401 | 403 = 401): SharePointError =>
  new SharePointError(status, '-2147024891, System.UnauthorizedAccessException', 'Attempted to perform an unauthorized operation.');

export const badDigest = (): SharePointError =>
  new SharePointError(
    403, '-2130575252, Microsoft.SharePoint.SPException',
    'The security validation for this page is invalid and might be corrupted. Please use your web browser\'s Back button to try your operation again.'
  );

export const eTagMismatch = (requested: string, actual: string): SharePointError =>
  new SharePointError(
    412, '-1, Microsoft.SharePoint.Client.ClientServiceException',
    `The request ETag value '${requested}' does not match the object's ETag value '${actual}'.`
  );

/** The text ends in more words in SharePoint; these are what the contract holds. */
export const saveConflict = (): SharePointError =>
  new SharePointError(409, '-2130246326, Microsoft.SharePoint.SPException', 'Save Conflict. Your changes conflict with those made concurrently by another user.'); // [A] the second sentence

/** [A] The status. The text is the one in public issues (pnpcore 777, pnpjs 1356, powershell 3436). */
export const bodyTooLarge = (bytes: number, most: number): SharePointError => invalidRequest(
  `The maximum number of bytes allowed to be read from the stream has been exceeded. After the last read operation, a total of ${bytes} bytes has been read from the stream; however a maximum of ${most} bytes is allowed.`
);

export const thresholdExceeded = (): SharePointError =>
  new SharePointError(
    500, '-2147024860, Microsoft.SharePoint.SPQueryThrottledException',
    'The attempted operation is prohibited because it exceeds the list view threshold.'
  );

export const tooManyLookups = (): SharePointError =>
  new SharePointError(
    500, '-2147024749, Microsoft.SharePoint.SPQueryThrottledException',
    'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.'
  );

/** [A] Status, number and words. */
export const fileLocked = (by: string): SharePointError =>
  new SharePointError(423, '-2147018894, Microsoft.SharePoint.SPFileLockException', `The file is locked for exclusive use by ${by}.`);

/** The number is documented (SPFileCheckOutException). */
export const checkOutFirst = (path: string): SharePointError => new SharePointError(
  423, '-2147024738, Microsoft.SharePoint.SPFileCheckOutException', `The file "${path}" is not checked out.  You must first check out this document before making changes.`
);

export const duplicateValues = (fieldTitle: string): SharePointError =>
  new SharePointError(
    500, '-2130575169, Microsoft.SharePoint.SPException', // [A] the number is not verified
    `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${fieldTitle}].`
  );

export const listTitleTaken = (): SharePointError =>
  new SharePointError(
    500, '-2130575342, Microsoft.SharePoint.SPException',
    'A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.'
  );

/** An SPException of general kind; the number is the one recorded for "User cannot be found." */
export const sharePointException = (message: string, status: number = 500, hresult: number = -2146232832): SharePointError =>
  new SharePointError(status, `${hresult}, Microsoft.SharePoint.SPException`, message);

export const wrongMethod = (method: string, resource: string): SharePointError =>
  new SharePointError(
    405, '-1, Microsoft.SharePoint.Client.ClientServiceException',
    `The HTTP method '${method}' cannot be used to access the resource '${resource}'. The operation type of the resource is specified as 'Default'. ` +
    'Please use correct HTTP method to invoke the resource.'
  );

/** Known to SharePoint, not built here: said plainly, so that nobody takes it for SharePoint's answer. */
export const notBuiltHere = (what: string): SharePointError =>
  new SharePointError(501, '-1, System.NotImplementedException', `The local SharePoint has not built '${what}'.`);
