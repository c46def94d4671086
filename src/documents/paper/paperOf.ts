import type { MonthRecord } from '../../plan/record/monthRecord';
import type { DocumentModel } from '../model/documentModel';
import type { Text } from '../texts';
import { paper } from './paper';
import { danishTemplate, englishTemplate, readTemplate, type PaperTemplate } from './template';

/** The paper with the municipality's own phrases, or the standard ones in the language of the page. @param template as the settings hold it */
export function paperOf(record: MonthRecord, template: string, text: Text): DocumentModel {
  const standard: PaperTemplate = text('app.locale').startsWith('da') ? danishTemplate : englishTemplate;
  return paper(record, readTemplate(template, standard), text);
}
