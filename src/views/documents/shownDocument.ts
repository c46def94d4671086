import { annex } from '../../documents/annex/annex';
import { paperOf } from '../../documents/paper/paperOf';
import type { DocumentModel } from '../../documents/model/documentModel';
import { decisionsDocument, type Minutes } from '../../documents/summary/decisionsDocument';
import type { CalendarDate } from '../../plan/calendar';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { text } from '../shared/texts';

/** The documents of a meeting that can be looked at. */
export const documentKinds = ['annex', 'paper', 'decisions'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** One of a meeting's documents, made from its record; what the meeting decided comes beside it, because it fell later. */
export function shownDocument(kind: DocumentKind, record: MonthRecord, minutes: Minutes, today: CalendarDate): DocumentModel {
  switch (kind) {
    case 'annex':
      return annex(record, 'department', text);
    case 'paper':
      return paperOf(record, text);
    case 'decisions':
      return decisionsDocument(record, minutes, today, text);
  }
}
