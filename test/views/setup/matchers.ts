import '@testing-library/jest-dom';
import { cleanup, configure } from '@testing-library/react';

declare global {
  // The language that the loc files are read in; see strings.js.
  // eslint-disable-next-line no-var -- only `var` puts a name on globalThis
  var testLanguage: 'da-dk' | 'en-us' | undefined;
}

// A machine with two busy cores types slowly; waiting longer makes no wrong answer right.
jest.setTimeout(90000);
configure({ asyncUtilTimeout: 8000 });

afterEach(() => {
  cleanup();
  window.localStorage.clear();
  window.history.replaceState(null, '', '/');
  globalThis.testLanguage = undefined;
});
