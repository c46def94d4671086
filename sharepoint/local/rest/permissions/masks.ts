/** SharePoint's permissions: 64 bits, sent as two unsigned 32-bit halves in decimal text. */
export const rights = {
  viewListItems: 1n << 0n,
  addListItems: 1n << 1n,
  editListItems: 1n << 2n,
  deleteListItems: 1n << 3n,
  approveItems: 1n << 4n,
  openItems: 1n << 5n,
  viewVersions: 1n << 6n,
  deleteVersions: 1n << 7n,
  cancelCheckout: 1n << 8n,
  managePersonalViews: 1n << 9n,
  manageLists: 1n << 11n,
  viewFormPages: 1n << 12n,
  open: 1n << 16n,
  viewPages: 1n << 17n,
  createGroups: 1n << 24n,
  managePermissions: 1n << 25n,
  browseUserInfo: 1n << 27n,
  manageWeb: 1n << 30n,
  useRemoteApis: 1n << 37n,
  enumeratePermissions: 1n << 62n
} as const;

const half = 32n;
const lowHalf = 0xffffffffn;

export const maskOf = (high: number, low: number): bigint => (BigInt(high) << half) | BigInt(low);

export const halvesOf = (mask: bigint): { high: number; low: number } => ({ high: Number(mask >> half), low: Number(mask & lowHalf) });

export const fullMask = maskOf(2147483647, 4294967295);

/** `SP.BasePermissions` as answers show it. */
export function basePermissions(mask: bigint): { High: string; Low: string } {
  const { high, low } = halvesOf(mask);
  return { High: String(high), Low: String(low) };
}

export const grants = (mask: bigint, right: bigint): boolean => (mask & right) === right;

/** The built-in role definitions [R]. */
export const builtInRoles = [
  { id: 1073741829, name: 'Full Control', kind: 5, high: 2147483647, low: 4294967295, order: 1, hidden: false, description: 'Has full control.' },
  { id: 1073741828, name: 'Design', kind: 4, high: 432, low: 1012866047, order: 32, hidden: false, description: 'Can view, add, update, delete, approve, and customize.' },
  {
    id: 1073741830, name: 'Edit', kind: 6, high: 432, low: 1011030767, order: 48, hidden: false,
    description: 'Can add, edit and delete lists; can view, add, update and delete list items and documents.'
  },
  {
    id: 1073741827, name: 'Contribute', kind: 3, high: 432, low: 1011028719, order: 64, hidden: false,
    description: 'Can view, add, update, and delete list items and documents.'
  },
  { id: 1073741826, name: 'Read', kind: 2, high: 176, low: 138612833, order: 128, hidden: false, description: 'Can view pages and list items and download documents.' },
  {
    id: 1073741825, name: 'Limited Access', kind: 1, high: 48, low: 134287360, order: 160, hidden: true,
    description: 'Can view specific lists, document libraries, list items, folders, or documents when given permissions.'
  }
] as const;

export const roleIds = { fullControl: 1073741829, edit: 1073741830, read: 1073741826, limitedAccess: 1073741825 } as const;

/** The rights of the level Read. */
export const readingMask = builtInRoles.filter(({ id }) => id === roleIds.read).reduce((mask, { high, low }) => mask | maskOf(high, low), 0n);

/** `0x7ffffffffffbffff` [R]. */
export const permMask = (mask: bigint): string => `0x${mask.toString(16)}`;
