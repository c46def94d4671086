let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * What was just saved moves to another list, and the focus falls out of the page with the place that it stood in: it is put
 * back on the row where it stands now. Where the focus stands on something, it is left there; what was saved last counts.
 * @param place the `data-place` of the row
 */
export function keepFocus(place: string, tries = 12): void {
  if (waiting !== undefined) {
    clearTimeout(waiting);
  }
  waiting = setTimeout(() => {
    waiting = undefined;
    const row = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
    if (row && (document.activeElement === null || document.activeElement === document.body)) {
      row.focus();
    }
    if (tries > 1) {
      keepFocus(place, tries - 1);
    }
  }, 30);
}
