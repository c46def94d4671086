import type { DocumentMaker } from '../../plan/ports/annexStore';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { annex } from '../annex/annex';
import { fileIndex } from '../journal/fileIndex';
import { fileNames } from '../journal/journalPackage';
import type { DocumentModel } from '../model/documentModel';
import { toDocx } from '../model/toDocx';
import { paper } from '../paper/paper';
import { danishTemplate, englishTemplate, readTemplate, type PaperTemplate } from '../paper/template';
import type { Text } from '../texts';

/** What a lock files beside the record: annex and paper as Word, and the index that ends the revision. */
export function documentMaker(text: Text): DocumentMaker {
  return {
    documents: async (record, template) => [
      { name: fileNames.annex, bytes: await toDocx(annex(record, 'department', text)) },
      { name: fileNames.paper, bytes: await toDocx(paperOf(record, template, text)) }
    ],
    index: async (record, files) => {
      const index = await fileIndex({ meetingKey: record.meeting.meetingKey, revision: record.revision, madeAt: record.madeAt }, files);
      return { name: fileNames.index, bytes: new TextEncoder().encode(JSON.stringify(index, undefined, 1)) };
    }
  };
}

/** The paper with the municipality's own phrases, or the standard ones in the language of the page. @param template as the settings hold it */
export function paperOf(record: MonthRecord, template: string, text: Text): DocumentModel {
  const standard: PaperTemplate = text('app.locale').startsWith('da') ? danishTemplate : englishTemplate;
  return paper(record, readTemplate(template, standard), text);
}
