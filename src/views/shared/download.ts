/** Hands a file to the person at the browser, as a link with a name would. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // The browser has begun to read by the next turn; kept longer the file would fill the tab's memory.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

/** `Udmøntningsplan 2025 Overblik.xlsx` as every file system takes it: `udmoentningsplan-2025-overblik.xlsx`. */
export function fileNameOf(words: readonly string[], extension: string): string {
  const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };
  const plain = words.filter(Boolean).join(' ').toLowerCase().replace(/[æøå]/g, (letter) => letters[letter]).normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return `${plain.slice(0, 100)}.${extension}`;
}
