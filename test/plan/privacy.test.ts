import { countsFewPeople, looksLikeCpr } from '../../src/plan/privacy';

test.each(['010203-1234', 'borgeren 0102031234 har', '311299 4321', '(610203-1234)', '010203–1234'])('%s is shaped like a CPR number', (text) => {
  expect(looksLikeCpr(text)).toBe(true);
});

test.each([
  '', '2025-2028', '410203-1234', '011303-1234', '1.200.000.000 kr.', '12345678901', '0102031', 'sag 2025-010203-1', 'R307(B) 2025', '00.32.10-1234'
])('%s is not', (text) => {
  expect(looksLikeCpr(text)).toBe(false);
});

test.each([
  'Indsatsen omfatter 3 borgere.', 'To unge er flyttet.', 'Kun én medarbejder er sygemeldt', '4 anbragte børn', '2 skoleelever', 'There are three children', '(1 person)', 'Vi fulgte 12 borgere, og 2 familier faldt fra'
])('few enough to be recognised: %s', (text) => {
  expect(countsFewPeople(text)).toBe(true);
});

test.each([
  '13 borgere', '5 borgere', 'færre end 5 borgere', 'en borger kan klage', '3 møder', '2 år ældre', '1,3 borgere pr. medarbejder', '3-4 uger', 'R003 borgere', 'to rammer', '2. lederne mødes', ''
])('nothing to think about: %s', (text) => {
  expect(countsFewPeople(text)).toBe(false);
});
