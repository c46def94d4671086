import { dayName } from '../../plan/calendar';
import { isReportedOn } from '../../plan/initiative';
import { rolesOf } from '../../plan/meeting';
import { periodName } from '../../plan/period';
import type { PaperTemplate } from '../../plan/paperTemplate';
import type { InitiativeInRecord, MonthRecord } from '../../plan/record/monthRecord';
import { levelAndType, obsMark } from '../annex/obsLines';
import { heading, paragraph, paragraphs, type Block, type DocumentModel, type Line } from '../model/documentModel';
import type { Text } from '../texts';
import { places, type Place } from './template';

/**
 * The paper (*dagsordenspunkt*) of a meeting: case owners, background, case presentation, recommendation. A text that the
 * meeting has of its own stands in the template's place. Titles only: the annex elaborates.
 */
export function paper(record: MonthRecord, template: PaperTemplate, text: Text): DocumentModel {
  const { meeting } = record;
  const filled = (own: string, standard: string): Block[] => filledText(own, standard, record, text);
  return {
    title: text('doc.paper.title', record.planYear), language: text('app.locale'), landscape: false, pageText: text('doc.page', '{0}', '{1}'),
    blocks: [
      ...(meeting.closedItem ? [paragraph({ text: text('meet.closedItem'), strong: true })] : []),
      ...(meeting.caseNumber ? [paragraph({ text: `${text('exp.caseNo')}: `, strong: true }, { text: meeting.caseNumber })] : []),
      heading(1, text('meet.caseOwner')), ...paragraphs(meeting.caseOwners),
      heading(1, text('meet.background')), ...filled(meeting.background, template.background),
      heading(1, text('meet.presentation')), ...filled(meeting.casePresentation, template.casePresentation),
      heading(1, text('meet.recommendation')), ...filled(meeting.recommendation, template.recommendation)
    ]
  };
}

/** What a paragraph's places are filled from. */
export type PaperSource = Pick<MonthRecord, 'meeting' | 'firstMeeting' | 'planYear' | 'period' | 'obs'> & { initiatives: readonly Pick<InitiativeInRecord, 'initiative'>[] };

/** A text of the paper: the meeting's own or the template's, with its places filled. */
export function filledText(own: string, standard: string, source: PaperSource, text: Text): Block[] {
  return (own.trim() || standard).split(/\r\n|\r|\n/).flatMap((line) => filledLine(line.trim(), source, text));
}

/** The initiatives that the paper lists: cross-cutting, alive, and highlighted by the day of the meeting; as the paper writes them, in the plan's order. */
export function highlightedTitles({ initiatives, meeting }: Pick<PaperSource, 'initiatives' | 'meeting'>): string[] {
  return initiatives
    .map(({ initiative }) => initiative)
    .filter((initiative) => initiative.highlighted && isReportedOn(initiative) && (initiative.highlightedSince ?? '') <= meeting.meetingDate)
    .map(({ originalText }) => originalText);
}

const placePattern = /\{([^{}]+)\}/g;

function filledLine(line: string, record: PaperSource, text: Text): Block[] {
  const found = Array.from(line.matchAll(placePattern), ([, name]) => name).filter(isPlace);
  const values = new Map(found.map((place): [Place, Line[]] => [place, valueOf(place, record, text)]));
  if (line === '' || Array.from(values.values()).some((lines) => lines.length === 0)) {
    return [];
  }
  const last = found[found.length - 1];
  const list = last !== undefined && lists.has(last) && line.endsWith(`{${last}}`) ? last : undefined;
  const running = list === undefined ? line : line.slice(0, -`{${list}}`.length).trim();
  const runs = running.split(/(\{[^{}]+\})/).filter(Boolean).flatMap((part): Line => (part.startsWith('{') && joined(values.get(part.slice(1, -1) as Place))) || [{ text: part }]);
  return [
    ...(runs.length > 0 ? [paragraph(...runs)] : []),
    ...(list === undefined ? [] : [{ kind: 'list' as const, items: values.get(list) ?? [] }])
  ];
}

/** These become bullets at the end of a paragraph; within one their parts are separated by semicolons. */
const lists: ReadonlySet<Place> = new Set<Place>(['indsatser', 'fokus', 'indkaldte', 'obs']);

function isPlace(name: string): name is Place {
  return (places as readonly string[]).includes(name);
}

function joined(lines: readonly Line[] | undefined): Line | undefined {
  return lines?.flatMap((line, index) => (index === 0 ? line : [{ text: '; ' }, ...line]));
}

function valueOf(place: Place, record: PaperSource, text: Text): Line[] {
  const { meeting, firstMeeting } = record;
  const locale = text('app.locale');
  const plain = (...values: string[]): Line[] => values.filter(Boolean).map((value) => [{ text: value }]);
  switch (place) {
    case 'planår':
      return plain(record.planYear);
    case 'måned':
      return plain(periodName(record.period, locale));
    case 'mødedato':
      return plain(dayName(meeting.meetingDate, locale));
    case 'første møde':
      // Nothing on that meeting itself: it cannot look back on what it is about to discuss.
      return firstMeeting && firstMeeting.meetingDate < meeting.meetingDate ? plain(dayName(firstMeeting.meetingDate, locale)) : [];
    case 'fremlægger':
      return plain(...rolesOf(meeting.presenters));
    case 'deltagere':
      return plain(...rolesOf(meeting.attendingText));
    case 'indsatser':
      return plain(...highlightedTitles(record));
    case 'fokus':
      return plain(
        ...record.initiatives.filter(({ initiative }) => meeting.focusInitiativeIds.includes(initiative.id)).map(({ initiative }) => initiative.originalText),
        meeting.focusText.replace(/\s+/g, ' ').trim()
      );
    case 'indkaldte':
      return plain(...rolesOf(meeting.invitedText));
    case 'obs':
      return record.obs.filter(({ open }) => open).map((obs): Line => [
        obsMark(text), { text: ` ${obs.point.title || obs.point.text}`, tone: 'obs' }, { text: ` (${levelAndType(obs, text)})` }
      ]);
  }
}
