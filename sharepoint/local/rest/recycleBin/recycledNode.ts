import type { ValueNode } from '../odata/nodes';

/** What recycling answers: the id in the bin. */
export const recycled = (id: string): ValueNode => ({ kind: 'value', type: 'Edm.Guid', name: 'Recycle', value: id });
