const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/;
const datePattern = /^\d{4}-\d\d-\d\d$/;

/** Milliseconds since 1970 of an ISO time; a time without zone is UTC. Undefined when it is none. */
export function parseTime(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length < 10 || value.charCodeAt(4) !== 45) {
    return undefined;
  }
  if (datePattern.test(value)) {
    return Date.parse(`${value}T00:00:00Z`);
  }
  if (!timePattern.test(value)) {
    return undefined;
  }
  const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** `2024-04-02T11:35:03Z`: SharePoint's times have whole seconds. */
export const formatTime = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
