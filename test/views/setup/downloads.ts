import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Blob as NodeBlob } from 'node:buffer';
import readExcelFile from 'read-excel-file/universal';

interface Downloads {
  /** Chooses a format in the view's export menu and waits for the file. */
  asksFor(format: 'Excel' | 'CSV' | 'Word'): Promise<{ file: Blob; name: string }>;
  /** The sheets of a workbook, read back by a reader of its own. */
  workbook(file: Blob): Promise<{ sheet: string; data: unknown[][] }[]>;
}

/** For the top of a file of tests: catches what the browser is handed, as jsdom has no downloads of its own. */
export function downloads(): Downloads {
  // jsdom's Blob cannot be read from; Node's is the browser's own.
  globalThis.Blob = NodeBlob as typeof Blob;
  let saved: { file: Blob; name: string } | undefined;
  let handed: Blob | undefined;
  beforeEach(() => {
    saved = undefined;
    URL.createObjectURL = (file: Blob) => { handed = file; return 'blob:here'; };
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) { saved = handed && { file: handed, name: this.download }; };
  });
  return {
    asksFor: async (format) => {
      await userEvent.click(await screen.findByRole('button', { name: 'Eksportér' }));
      await userEvent.click(screen.getByRole('button', { name: format }));
      await waitFor(() => expect(saved).toBeDefined(), { timeout: 5000 });
      if (!saved) {
        throw new Error('Nothing was downloaded');
      }
      return saved;
    },
    workbook: async (file) => (await readExcelFile(file)).map(({ sheet, data }) => ({ sheet, data: data as unknown[][] }))
  };
}
