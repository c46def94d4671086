import { startOfDay, type CalendarDate, type TimeZone } from '../../plan/calendar';
import type { StrategyStore } from '../../plan/ports/strategyStore';
import { effortRules, effortWritingOf, unwrittenEffort, type EffortWriting, type StrategicEffort } from '../../plan/strategicEffort';
import type { Connection } from '../connection';
import { effortColumns, effortOf } from '../mapping/rows';
import { changeRow } from '../write/changeRow';
import { createRow } from '../write/createRow';
import { longestTitle, type ListWriter, type Writing } from '../write/listWriter';

/** Strategic efforts in their SharePoint list. */
export function createStrategyStore(connection: Connection, timeZone: TimeZone): StrategyStore {
  const writing: Writing = { connection, timeZone };
  const writer = effortWriter(timeZone);
  return {
    addEffort: (texts, clientKey) => createRow(writing, writer, { start: {}, begun: unwrittenEffort, texts, key: { column: 'ClientKey', value: clientKey, kind: 'client' } }),
    saveEffort: (base, texts) => changeRow(writing, writer, { base, texts })
  };
}

function effortWriter(timeZone: TimeZone): ListWriter<StrategicEffort, EffortWriting> {
  const day = (date: CalendarDate | undefined): string | null => (date ? startOfDay(date, timeZone) : null);
  return {
    list: 'StrategicEfforts', columns: effortColumns, fromRow: effortOf, textsOf: effortWritingOf, rules: effortRules,
    asWritten: (texts) => ({ ...effortWritingOf(texts), title: texts.title.slice(0, longestTitle), ownerRole: texts.ownerRole.slice(0, longestTitle) }),
    toBody: ({ title, description, ownerId, ownerRole, initiativeIds, validFrom, validTo, sortOrder }) => ({
      Title: title.slice(0, longestTitle), Description: description, OwnerId: ownerId ?? null, OwnerRole: ownerRole.slice(0, longestTitle), InitiativesId: initiativeIds,
      ValidFrom: day(validFrom), ValidTo: day(validTo), SortOrder: sortOrder
    })
  };
}
