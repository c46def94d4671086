import { dayOf, type CalendarDate, type Instant, type TimeZone } from '../../plan/calendar';
import type { RowProblem } from '../../plan/stored';
import { codeOf, type ChoiceTexts } from '../choices';

/** A row as REST sends it. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Reads one row's columns into the plan's own values. What cannot be read becomes a problem on the row and an empty
 * value, never an exception: one odd row must not empty the page. Null becomes undefined here and goes no further.
 */
export class RowReader {
  public readonly problems: RowProblem[] = [];

  public constructor(private readonly row: Row, private readonly timeZone: TimeZone) {}

  public get id(): number {
    return typeof this.row.Id === 'number' ? this.row.Id : Number.NaN;
  }

  public get etag(): string {
    return this.text('odata.etag');
  }

  /** Text without the carriage returns that forms leave behind; empty when there is none. */
  public text(column: string): string {
    const value = this.row[column];
    return value === null || value === undefined ? '' : asText(value).replace(/\r\n?/g, '\n');
  }

  public optionalText(column: string): string | undefined {
    return this.text(column) || undefined;
  }

  public number(column: string): number | undefined {
    const value = this.row[column];
    if (value === null || value === undefined) {
      return undefined;
    }
    return typeof value === 'number' && Number.isFinite(value) ? value : this.unreadable(column, value);
  }

  public flag(column: string): boolean {
    return this.row[column] === true;
  }

  public texts(column: string): string[] {
    return this.listOf(column).map(asText);
  }

  public ids(column: string): number[] {
    return this.listOf(column).filter((id): id is number => Number.isInteger(id));
  }

  /** Id of a person or of a row that a lookup points at. */
  public reference(column: string): number | undefined {
    return this.number(`${column}Id`);
  }

  /** The code of a choice; a text we do not know is a problem, an empty one is not. */
  public choice<Code extends string>(column: string, choices: ChoiceTexts<Code>): Code | undefined {
    const text = this.text(column);
    return text === '' ? undefined : codeOf(choices, text) ?? this.unreadable(column, text);
  }

  /** A DateOnly value: local midnight in UTC, read as the web's day. */
  public day(column: string): CalendarDate | undefined {
    const instant = this.instant(column);
    return instant && dayOf(instant, this.timeZone);
  }

  public instant(column: string): Instant | undefined {
    const text = this.text(column);
    if (text === '') {
      return undefined;
    }
    return Number.isNaN(Date.parse(text)) ? this.unreadable(column, text) : text;
  }

  private listOf(column: string): unknown[] {
    const value = this.row[column];
    return Array.isArray(value) ? value : [];
  }

  private unreadable(column: string, found: unknown): undefined {
    this.problems.push({ column, found: asText(found) });
    return undefined;
  }
}

/** A value as words, also one that is no text: an object says what it holds. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '';
}
