/** Rights that the product asks about, by their bit in SharePoint's mask (SP.PermissionKind, counted from 1). */
const bits = { viewListItems: 1, addListItems: 2, editListItems: 3, deleteListItems: 4, manageLists: 12, managePermissions: 26 } as const;
export type Right = keyof typeof bits;

/** `EffectiveBasePermissions` as REST sends it: two unsigned halves, as text because they are Int64. */
export interface PermissionMask {
  High: string | number;
  Low: string | number;
}

/**
 * Does the mask hold the right? PnPjs' own `hasPermissions` compares text with numbers and works on signed halves,
 * so that Full Control never holds; here both halves are unsigned.
 */
export function holds(mask: PermissionMask, right: Right): boolean {
  const bit = bits[right] - 1;
  const half = Number(bit < 32 ? mask.Low : mask.High);
  return Math.floor(half / 2 ** (bit % 32)) % 2 === 1;
}
