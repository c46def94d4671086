import { textsIn } from '../../../sharepoint/sample/texts';

/** The real texts of the loc files, as the web part hands them to the documents. A key without a text fails the test. */
export const danish = textsIn('da-dk');
export const english = textsIn('en-us');
