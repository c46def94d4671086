/** SharePoint's `$metadata`, as far as requests and answers are held against it. */
export interface MetadataModel {
  types: Record<string, EdmType>;
  /** Functions by the lower-case name of what they are bound to; '' holds the unbound ones. */
  functions: Record<string, EdmFunction[]>;
  /** Entity set of an entity type, for `odata.metadata` addresses. */
  entitySets: Record<string, string>;
}

export interface EdmType {
  name: string;
  kind: 'entity' | 'complex';
  base?: string;
  properties: Record<string, string>;
  /** Navigation properties; a type `Collection(X)` is to-many. */
  navigations: Record<string, string>;
}

export interface EdmFunction {
  name: string;
  parameters: { name: string; type: string }[];
  returns?: string;
  /** True when a path may go on after it, and GET may call it. */
  composable: boolean;
  sideEffecting: boolean;
}

/** A member of a type: what kind it is, its name as SharePoint spells it, and its EDM type. */
export interface EdmMember {
  kind: 'property' | 'navigation';
  name: string;
  type: string;
}

export interface Metadata {
  /** The type and the types it inherits from, most derived first. Empty for an unknown name. */
  lineage(typeName: string): readonly EdmType[];
  /** Finds a property or navigation without regard to case, as SharePoint resolves path segments. */
  member(typeName: string, name: string): EdmMember | undefined;
  /** Finds a function bound to the type, one of its bases, or (with '') to nothing. */
  boundFunction(boundTo: string, name: string): EdmFunction | undefined;
  /** The type itself, or undefined for a primitive or unknown one. */
  type(typeName: string): EdmType | undefined;
  entitySet(typeName: string): string;
  /** Names of all navigation properties, those of the base types too. */
  navigations(typeName: string): readonly string[];
}

export const collectionOf = (type: string): string | undefined => /^Collection\((.+)\)$/.exec(type)?.[1];

/** Wraps the parsed model with case-insensitive look-ups. */
export function createMetadata(model: MetadataModel): Metadata {
  const lineages = new Map<string, readonly EdmType[]>();
  const members = new Map<string, Map<string, EdmMember>>();

  function lineage(typeName: string): readonly EdmType[] {
    const known = lineages.get(typeName);
    if (known) {
      return known;
    }
    const chain: EdmType[] = [];
    for (let name: string | undefined = typeName; name !== undefined; name = model.types[name]?.base) {
      const type: EdmType | undefined = model.types[name];
      if (type) {
        chain.push(type);
      }
    }
    lineages.set(typeName, chain);
    return chain;
  }

  function membersOf(typeName: string): Map<string, EdmMember> {
    const known = members.get(typeName);
    if (known) {
      return known;
    }
    const all = new Map<string, EdmMember>();
    for (const type of lineage(typeName)) {
      for (const [name, edm] of Object.entries(type.properties)) {
        all.set(name.toLowerCase(), { kind: 'property', name, type: edm });
      }
      for (const [name, edm] of Object.entries(type.navigations)) {
        all.set(name.toLowerCase(), { kind: 'navigation', name, type: edm });
      }
    }
    members.set(typeName, all);
    return all;
  }

  function boundFunction(boundTo: string, name: string): EdmFunction | undefined {
    const wanted = name.toLowerCase();
    const element = collectionOf(boundTo);
    const owners = element !== undefined
      ? lineage(element).map((type) => `Collection(${type.name})`)
      : boundTo === '' ? [''] : lineage(boundTo).map((type) => type.name);
    for (const owner of owners.length > 0 ? owners : [boundTo]) {
      const found = model.functions[owner]?.find((candidate) => candidate.name.toLowerCase() === wanted);
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  return {
    lineage,
    member: (typeName, name) => membersOf(typeName).get(name.toLowerCase()),
    boundFunction,
    type: (typeName) => model.types[typeName],
    navigations: (typeName) => lineage(typeName).flatMap((type) => Object.keys(type.navigations)),
    entitySet: (typeName) => lineage(typeName).map((type) => model.entitySets[type.name]).find((set) => set !== undefined) ?? typeName
  };
}
