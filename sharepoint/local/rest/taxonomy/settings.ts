/** Settings of a managed metadata column, by their names in `$metadata` and in XML, with the XML's type. */
export const taxonomySettings = {
  SspId: 'string', TermSetId: 'string', AnchorId: 'string', TextField: 'string', TargetTemplate: 'string', Open: 'boolean', CreateValuesInEditForm: 'boolean', IsPathRendered: 'boolean',
  IsKeyword: 'boolean', UserCreated: 'boolean'
} as const;

/** The settings that a body names. */
export const customizationOf = (body: Record<string, unknown>): Record<string, string> => Object.fromEntries(
  Object.keys(taxonomySettings).filter((name) => body[name] !== undefined && body[name] !== null && name !== 'TextField').map((name) => [name, String(body[name])])
);
