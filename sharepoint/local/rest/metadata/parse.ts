import { XMLParser } from 'fast-xml-parser';
import type { EdmFunction, EdmType, MetadataModel } from './model';

interface XmlElement {
  [name: string]: unknown;
}

const alwaysLists = new Set([
  'Schema', 'EntityType', 'ComplexType', 'Property', 'NavigationProperty', 'Association', 'End',
  'EntityContainer', 'EntitySet', 'FunctionImport', 'Parameter', 'PropertyRef'
]);

const children = (element: XmlElement, name: string): XmlElement[] => (element[name] ?? []) as XmlElement[];
const attribute = (element: XmlElement, name: string): string | undefined => {
  const value = element[`@${name}`];
  return typeof value === 'string' ? value : undefined;
};
const required = (element: XmlElement, name: string): string => attribute(element, name) ?? '';

/**
 * Reads the `$metadata` document (EDMX, OData V3) into the compact model.
 * @throws Error when the document has no schema, which means it is not an EDMX document.
 */
export function parseMetadata(xml: string): MetadataModel {
  const parser = new XMLParser({
    ignoreAttributes: false, attributeNamePrefix: '@', removeNSPrefix: true, parseAttributeValue: false,
    isArray: (name: string) => alwaysLists.has(name)
  });
  const document = parser.parse(xml) as { Edmx?: { DataServices?: XmlElement } };
  const schemas = children(document.Edmx?.DataServices ?? {}, 'Schema');
  if (schemas.length === 0) {
    throw new Error('The metadata document has no schema.');
  }
  const model: MetadataModel = { types: {}, functions: {}, entitySets: {} };
  const roles = associationRoles(schemas);
  for (const schema of schemas) {
    const namespace = required(schema, 'Namespace');
    for (const kind of ['EntityType', 'ComplexType'] as const) {
      for (const element of children(schema, kind)) {
        const type = readType(element, namespace, kind, roles);
        model.types[type.name] = type;
      }
    }
    for (const container of children(schema, 'EntityContainer')) {
      readContainer(container, model);
    }
  }
  return model;
}

/** The type at each end of each association, which is where navigation properties point. */
function associationRoles(schemas: XmlElement[]): Map<string, string> {
  const roles = new Map<string, string>();
  for (const schema of schemas) {
    for (const association of children(schema, 'Association')) {
      const name = `${required(schema, 'Namespace')}.${required(association, 'Name')}`;
      for (const end of children(association, 'End')) {
        const type = required(end, 'Type');
        roles.set(`${name}|${required(end, 'Role')}`, required(end, 'Multiplicity') === '*' ? `Collection(${type})` : type);
      }
    }
  }
  return roles;
}

function readType(element: XmlElement, namespace: string, kind: 'EntityType' | 'ComplexType', roles: Map<string, string>): EdmType {
  const type: EdmType = {
    name: `${namespace}.${required(element, 'Name')}`,
    kind: kind === 'EntityType' ? 'entity' : 'complex',
    base: attribute(element, 'BaseType'),
    properties: {},
    navigations: {}
  };
  for (const property of children(element, 'Property')) {
    type.properties[required(property, 'Name')] = required(property, 'Type');
  }
  for (const navigation of children(element, 'NavigationProperty')) {
    const target = roles.get(`${required(navigation, 'Relationship')}|${required(navigation, 'ToRole')}`);
    type.navigations[required(navigation, 'Name')] = target ?? 'Edm.Untyped';
  }
  return type;
}

function readContainer(container: XmlElement, model: MetadataModel): void {
  for (const set of children(container, 'EntitySet')) {
    const type = required(set, 'EntityType');
    model.entitySets[type] = model.entitySets[type] ?? `SP.${required(container, 'Name')}.${required(set, 'Name')}`;
  }
  for (const element of children(container, 'FunctionImport')) {
    const parameters = children(element, 'Parameter').map((parameter) => ({ name: required(parameter, 'Name'), type: required(parameter, 'Type') }));
    const bound = attribute(element, 'IsBindable') === 'true' ? parameters.shift()?.type : '';
    const imported: EdmFunction = {
      name: required(element, 'Name'),
      parameters,
      returns: attribute(element, 'ReturnType'),
      composable: attribute(element, 'IsComposable') === 'true',
      sideEffecting: attribute(element, 'IsSideEffecting') !== 'false'
    };
    const owner = bound ?? '';
    (model.functions[owner] = model.functions[owner] ?? []).push(imported);
  }
}
