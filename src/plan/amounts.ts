/** An amount in 1.000 kr. as it is read: `-1.200`, `0`, `12,5`. */
export function amountText(amount: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(amount);
}

/**
 * What somebody typed, as a number: as people of the locale write it, `1.200,5` in Danish.
 * @returns undefined when nothing was typed, 'unreadable' when it is no amount
 */
export function readAmount(typed: string, locale: string): number | undefined | 'unreadable' {
  const text = typed.replace(/[\s\u00a0]/g, '').replace(/\u2212/g, '-');
  if (text === '') {
    return undefined;
  }
  const [thousands, decimal] = locale.startsWith('da') ? ['.', ','] : [',', '.'];
  const parts = text.split(decimal);
  // A dot that does not stand between thousands is somebody else's decimal sign: 12.5 is never read as 125.
  const whole = new RegExp(`^-?(?:\\d+|\\d{1,3}(?:\\${thousands}\\d{3})+)$`);
  if (parts.length > 2 || !whole.test(parts[0]) || (parts.length === 2 && !/^\d+$/.test(parts[1]))) {
    return 'unreadable';
  }
  return Number(`${parts[0].split(thousands).join('')}.${parts[1] ?? '0'}`);
}
