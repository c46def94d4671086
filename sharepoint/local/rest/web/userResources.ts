import { entityNode, type Getter, type Navigate, type Resource } from '../odata/nodes';

interface Text { value: string }

/** [A] There is one text for all languages. */
const resource: Resource<Text> = {
  edmType: 'SP.UserResource',
  properties: {},
  functions: {
    GetValueForUICulture: ({ value }) => ({ kind: 'value', type: 'Edm.String', name: 'GetValueForUICulture', value })
  }
};

/** The navigations to a thing's texts in other languages: `TitleResource`, `DescriptionResource`. */
export const userResources = <T extends object>(texts: Record<string, Getter<T>>): Record<string, Navigate<T>> =>
  Object.fromEntries(Object.entries(texts).map(([name, read]) => [name, (of: T, context, path) =>
    entityNode(resource, { value: String(read(of, context) ?? '') }, path)]));
