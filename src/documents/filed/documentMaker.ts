import type { DocumentMaker } from '../../plan/ports/annexStore';
import { annex } from '../annex/annex';
import { fileIndex } from '../journal/fileIndex';
import { fileNames } from '../journal/journalPackage';
import { toDocx } from '../model/toDocx';
import { paperOf } from '../paper/paperOf';
import type { Text } from '../texts';

/** What a lock files beside the record: annex and paper as Word, and the index that ends the revision. */
export function documentMaker(text: Text): DocumentMaker {
  return {
    documents: async (record) => [
      { name: fileNames.annex, bytes: await toDocx(annex(record, 'department', text)) },
      { name: fileNames.paper, bytes: await toDocx(paperOf(record, text)) }
    ],
    index: async (record, files) => {
      const index = await fileIndex({ meetingKey: record.meeting.meetingKey, revision: record.revision, madeAt: record.madeAt }, files);
      return { name: fileNames.index, bytes: new TextEncoder().encode(JSON.stringify(index, undefined, 1)) };
    }
  };
}
