import { looksLikeCpr } from '../../src/plan/privacy';

test.each(['010203-1234', 'borgeren 0102031234 har', '311299 4321', '(610203-1234)', '010203–1234'])('%s is shaped like a CPR number', (text) => {
  expect(looksLikeCpr(text)).toBe(true);
});

test.each([
  '', '2025-2028', '410203-1234', '011303-1234', '1.200.000.000 kr.', '12345678901', '0102031', 'sag 2025-010203-1', 'R307(B) 2025', '00.32.10-1234'
])('%s is not', (text) => {
  expect(looksLikeCpr(text)).toBe(false);
});
