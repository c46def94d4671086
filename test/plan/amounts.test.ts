import fc from 'fast-check';
import { amountText, readAmount } from '../../src/plan/amounts';

test.each([
  ['1.200', 1200], ['-500', -500], ['\u2212500', -500], ['12,5', 12.5], ['1.234.567,25', 1234567.25], ['1 200', 1200], ['0', 0], ['', undefined], ['  ', undefined]
])('%s is read as a Dane writes it', (typed, amount) => expect(readAmount(typed, 'da-DK')).toBe(amount));

test.each(['12.5', '1.20', '1,2,3', 'abc', '5 kr.', '--5', '1.2345', ',5'])('%s is no amount, and is never read as another', (typed) => expect(readAmount(typed, 'da-DK')).toBe('unreadable'));

test('English amounts have their own signs', () => {
  expect([readAmount('1,200.5', 'en-US'), readAmount('1.200,5', 'en-US'), amountText(-1200.5, 'en-US')]).toEqual([1200.5, 'unreadable', '-1,200.5']);
});

test('what is shown is read back as the same amount', () => {
  fc.assert(fc.property(fc.integer({ min: -999999999, max: 999999999 }), fc.constantFrom('da-DK', 'en-US'), (hundredths, locale) => {
    const amount = hundredths / 100;
    expect(readAmount(amountText(amount, locale), locale)).toBe(amount === 0 ? 0 : amount);
  }));
});
