import type { RequestContext } from '../dispatch/context';
import { invalidRequest, sharePointException } from '../http/errors';
import { formatTime, parseTime } from '../odata/dates';
import { type CollectionNode, entityNode, type EntityNode, type Getter, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import type { WebRecord } from '../state/records';
import { fromLocal, localTime, zoneFacts, type ZoneFacts, zones } from './timeZones';

const always = (value: unknown): Getter<WebRecord> => () => value;
/** Danish and US English conventions; other locales get the latter. */
const byLocale = (danish: unknown, english: unknown): Getter<WebRecord> => (web) => (web.localeId === 1030 ? danish : english);

const regionalSettingsResource: Resource<WebRecord> = {
  edmType: 'SP.RegionalSettings',
  properties: {
    AdjustHijriDays: always(0),
    AlternateCalendarType: always(0),
    AM: byLocale('', 'AM'),
    CalendarType: always(1),
    Collation: byLocale(6, 25),
    CollationLCID: byLocale(1030, 2070),
    DateFormat: byLocale(1, 0),
    DateSeparator: byLocale('-', '/'),
    DecimalSeparator: byLocale(',', '.'),
    DigitGrouping: always('3;0'),
    FirstDayOfWeek: byLocale(1, 0),
    FirstWeekOfYear: byLocale(2, 0),
    IsEastAsia: always(false),
    IsRightToLeft: always(false),
    IsUIRightToLeft: always(false),
    ListSeparator: byLocale(';', ','),
    LocaleId: (web) => web.localeId,
    NegativeSign: always('-'),
    NegNumberMode: always(1),
    PM: byLocale('', 'PM'),
    PositiveSign: always(''),
    ShowWeeks: always(false),
    ThousandSeparator: byLocale('.', ','),
    Time24: byLocale(true, false),
    TimeMarkerPosition: always(0),
    TimeSeparator: byLocale(':', ':'),
    WorkDayEndHour: always(1020),
    WorkDays: always(62),
    WorkDayStartHour: always(480)
  },
  navigations: {
    InstalledLanguages: (web, _, path) => entityNode(languagesResource, web, path),
    TimeZone: (web, _, path) => entityNode(timeZoneResource, zoneFacts(web.timeZoneId), path),
    TimeZones: (_, context, path) => timeZoneCollection(context, path)
  }
};

/** [A] Of SharePoint's fifty those that pages here have. */
const languages = [
  { DisplayName: 'Danish', LanguageTag: 'da-DK', Lcid: 1030 },
  { DisplayName: 'English', LanguageTag: 'en-US', Lcid: 1033 }
];

const languagesResource: Resource<WebRecord> = { edmType: 'SP.LanguageCollection', properties: { Items: always(languages) } };

const timeZoneResource: Resource<ZoneFacts> = {
  edmType: 'SP.TimeZone',
  properties: {
    Description: (zone) => zone.description,
    Id: (zone) => zone.id,
    Information: (zone) => ({ Bias: zone.bias, DaylightBias: zone.daylightBias, StandardBias: zone.standardBias })
  },
  functions: {
    LocalTimeToUTC: (zone, args) => ({
      kind: 'value', type: 'Edm.DateTime', name: 'LocalTimeToUTC', value: formatTime(fromLocal(wallTime(args.text('date')), zone.iana))
    }),
    UTCToLocalTime: (zone, args) => {
      const { year, month, day, hour, minute, second } = localTime(wallTime(args.text('date')), zone.iana);
      const local = formatTime(Date.UTC(year, month - 1, day, hour, minute, second));
      return { kind: 'value', type: 'Edm.DateTime', name: 'UTCToLocalTime', value: local };
    }
  }
};

/** Those of SharePoint's hundred that are known here. */
function timeZoneCollection(context: RequestContext, path: string): CollectionNode {
  const byId = (id: number): EntityNode => {
    const zone = zones.find((candidate) => candidate.id === id);
    if (!zone) {
      throw sharePointException('Value does not fall within the expected range.', 404, -2147024809); // [A]
    }
    return entityNode(timeZoneResource, zone, `${path}(${id})`);
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.TimeZone', context.metadata),
    path,
    members: () => zones.map(({ id }) => byId(id)),
    byKey: (key) => byId(key.integer('id')),
    functions: { GetById: (args) => byId(args.integer('id')) }
  };
}

function wallTime(text: string): number {
  const time = parseTime(text);
  if (time === undefined) {
    throw invalidRequest(`'${text}' is not a date.`); // [A]
  }
  return time;
}

export const regionalSettingsNode = (web: WebRecord, path: string): EntityNode => entityNode(regionalSettingsResource, web, path);
