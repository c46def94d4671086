import { isSameVersion } from '../../src/plan/stored';

test('an ETag from a row and one from a header name the same version', () => {
  expect(isSameVersion('"3"', '"5b0c1f7e-6a4d-4d0e-9a86-2f1c7c0e9d11,3"')).toBe(true);
  expect(isSameVersion('"3"', '"5b0c1f7e-6a4d-4d0e-9a86-2f1c7c0e9d11,13"')).toBe(false);
  expect(isSameVersion('', '"1"')).toBe(false);
});
