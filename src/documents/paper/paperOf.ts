import type { PaperTemplate } from '../../plan/paperTemplate';
import type { MonthRecord } from '../../plan/record/monthRecord';
import type { DocumentModel } from '../model/documentModel';
import type { Text } from '../texts';
import { paper } from './paper';
import { danishTemplate, englishTemplate, templateOver } from './template';

/** The paper with the municipality's own phrases as the record has them, or the standard ones in the language of the page. */
export function paperOf(record: MonthRecord, text: Text): DocumentModel {
  return paper(record, templateOver(record.template, standardTemplate(text)), text);
}

/** The phrases that are used where the municipality has none of its own. */
export function standardTemplate(text: Text): PaperTemplate {
  return text('app.locale').startsWith('da') ? danishTemplate : englishTemplate;
}
