import { collectionOf, type Metadata } from '../metadata/model';
import type { Shape } from './nodes';

/** The shape of a type as `$metadata` has it. */
export function metadataShape(edmType: string, metadata: Metadata, typeName: string = edmType): Shape {
  return {
    edmType,
    typeName,
    member: (name) => metadata.member(typeName, name) ?? metadata.member(edmType, name) ?? derivedMember(edmType, name, metadata) ?? openMember(edmType, name),
    target: (name) => {
      const member = metadata.member(edmType, name);
      const target = member?.kind === 'navigation' ? collectionOf(member.type) ?? member.type : undefined;
      // Which columns an item has only its list can say: it is checked when it is there.
      return target === undefined || target === 'SP.ListItem' ? undefined : metadataShape(target, metadata);
    }
  };
}

/** Types that may have any property: the property bags. */
const openTypes = new Set(['SP.PropertyValues']);

const openMember = (edmType: string, name: string): ReturnType<Metadata['member']> =>
  (openTypes.has(edmType) ? { kind: 'property', name, type: 'Edm.Untyped' } : undefined);

/** Types of which SharePoint answers derived ones: what these have may be selected on the base. */
const derivedTypes: Record<string, readonly string[]> = {
  'SP.Field': [
    'SP.FieldText', 'SP.FieldMultiLineText', 'SP.FieldNumber', 'SP.FieldCurrency', 'SP.FieldDateTime', 'SP.FieldChoice', 'SP.FieldMultiChoice',
    'SP.FieldLookup', 'SP.FieldUser', 'SP.FieldUrl', 'SP.FieldCalculated', 'SP.FieldComputed'
  ],
  'SP.Principal': ['SP.User', 'SP.Group'],
  'SP.SecurableObject': ['SP.Web', 'SP.List', 'SP.ListItem'],
  'SP.Change': ['SP.ChangeItem', 'SP.ChangeList', 'SP.ChangeField', 'SP.ChangeView', 'SP.ChangeWeb', 'SP.ChangeUser', 'SP.ChangeGroup']
};

function derivedMember(edmType: string, name: string, metadata: Metadata): ReturnType<Metadata['member']> {
  for (const derived of derivedTypes[edmType] ?? []) {
    const member = metadata.member(derived, name);
    if (member) {
      return member;
    }
  }
  return undefined;
}
