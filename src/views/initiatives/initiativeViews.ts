import { useQueryClient } from '@tanstack/react-query';
import { dayName, type CalendarDate } from '../../plan/calendar';
import type { InitiativeWriting } from '../../plan/initiatives/initiativeWriting';
import type { Person } from '../../plan/person';
import type { FieldView } from '../editing/fieldViews';
import { locale, text } from '../shared/texts';

/** An initiative as it is compared, in the order of its form. People are called as they have been looked up. */
export function useInitiativeViews(): FieldView<InitiativeWriting>[] {
  const client = useQueryClient();
  const person = (id: number | undefined): string => (id === undefined ? '' : client.getQueryData<Person>(['person', id])?.name ?? `#${id}`);
  const day = (date: CalendarDate | undefined): string => (date ? dayName(date, locale()) : '');
  const flag = (on: boolean): string => text(on ? 'needs.choose.yes' : 'needs.choose.no');
  return [
    { field: 'originalText', name: text('ini.text'), value: ({ originalText }) => originalText },
    { field: 'title', name: text('ini.title'), value: ({ title }) => title },
    { field: 'code', name: text('ini.code'), value: ({ code }) => code ?? '' },
    { field: 'marks', name: text('ini.marks'), value: ({ marks }) => marks.join(', ') },
    { field: 'department', name: text('ini.department'), value: ({ department }) => department },
    { field: 'committees', name: text('ini.bodies'), value: ({ committees }) => committees.join(', ') },
    { field: 'source', name: text('ini.source'), value: ({ source }) => (source ? text(`source.${source}` as const) : '') },
    { field: 'crossCutting', name: text('ini.crosscutting'), value: ({ crossCutting }) => flag(crossCutting) },
    { field: 'highlighted', name: text('ini.highlight'), value: ({ highlighted }) => flag(highlighted) },
    { field: 'highlightedSince', name: text('ini.highlightedSince'), value: ({ highlightedSince }) => day(highlightedSince) },
    { field: 'directorId', name: text('ini.director'), value: ({ directorId }) => person(directorId) },
    { field: 'directorRole', name: text('ini.directorRole'), value: ({ directorRole }) => directorRole },
    { field: 'chiefId', name: text('ini.chief'), value: ({ chiefId }) => person(chiefId) },
    { field: 'chiefRole', name: text('ini.chiefRole'), value: ({ chiefRole }) => chiefRole },
    { field: 'deputyId', name: text('ini.deputy'), value: ({ deputyId }) => person(deputyId) },
    { field: 'coordinatesWith', name: text('ini.coordinating'), value: ({ coordinatesWith }) => coordinatesWith },
    { field: 'description', name: text('ini.description'), value: ({ description }) => description },
    { field: 'politicalBasis', name: text('ini.basis'), value: ({ politicalBasis }) => politicalBasis },
    { field: 'startDate', name: text('ini.start'), value: ({ startDate }) => day(startDate) },
    { field: 'endDate', name: text('ini.end'), value: ({ endDate }) => day(endDate) },
    { field: 'lifecycle', name: text('life.heading'), value: ({ lifecycle }) => text(`life.${lifecycle}` as const) },
    { field: 'lifecycleReason', name: text('life.reason'), value: ({ lifecycleReason }) => lifecycleReason }
  ];
}
