/** The recorded form of a JSON value: a type by name, an object of forms, or an array with the form of its elements. */
export type Shape = string | Shape[] | { [key: string]: Shape };

const forms: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  'string: empty': (value) => value === '',
  'string: integer': (value) => typeof value === 'string' && /^-?\d+$/.test(value),
  'string: guid, lower case': (value) => typeof value === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value),
  'string: {GUID}, upper case': (value) => typeof value === 'string' && /^\{[0-9A-F-]{36}\}$/.test(value),
  'string: ISO date-time, Z': (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null
};

const isOneOf = (recorded: string, value: unknown): boolean => recorded.split(' | ').some((form) => forms[form]?.(value) ?? false);

/**
 * What differs between a recorded answer and ours, as `path: what`. `loose` lets elements of an array lack keys:
 * a recording of several columns holds the keys of all of them.
 */
export function differences(recorded: Shape, actual: unknown, path: string = '', loose: boolean = false): string[] {
  if (typeof recorded === 'string') {
    return isOneOf(recorded, actual) ? [] : [`${path}: recorded ${recorded}, ours ${JSON.stringify(actual)}`];
  }
  if (Array.isArray(recorded)) {
    if (!Array.isArray(actual)) {
      return [`${path}: recorded an array, ours ${JSON.stringify(actual)}`];
    }
    if (recorded[0] === 'empty array') {
      return actual.length === 0 ? [] : [`${path}: recorded an empty array, ours ${JSON.stringify(actual)}`];
    }
    return actual.length === 0 ? [`${path}: ours is empty`] : actual.flatMap((one: unknown, index) => differences(recorded[0], one, `${path}[${index}]`, loose));
  }
  if (typeof actual !== 'object' || actual === null) {
    return [`${path}: recorded an object, ours ${JSON.stringify(actual)}`];
  }
  const ours = actual as Record<string, unknown>;
  const missing = loose ? [] : Object.keys(recorded).filter((key) => !(key in ours)).map((key) => `${path}/${key}: missing`);
  const more = Object.keys(ours).filter((key) => !(key in recorded)).map((key) => `${path}/${key}: not recorded`);
  return [...missing, ...more, ...Object.keys(recorded).filter((key) => key in ours).flatMap((key) => differences(recorded[key], ours[key], `${path}/${key}`, loose))];
}

/** The form of a recorded answer that was kept with its values. */
export function shapeOf(json: unknown): Shape {
  if (Array.isArray(json)) {
    return json.length === 0 ? ['empty array'] : [shapeOf(json[0])];
  }
  if (json === null) {
    return 'null';
  }
  return typeof json === 'object' ? Object.fromEntries(Object.entries(json).map(([key, value]) => [key, shapeOf(value)])) : typeof json;
}
