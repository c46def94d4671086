import fc from 'fast-check';
import { alignedNames, withNames } from '../../../src/plan/import/names';

test('a name that differs from the plan’s by spaces and case alone is the plan’s', () => {
  expect(alignedNames(['velfærd  og børn', 'Udvikling', 'Ny'], ['Velfærd og Børn', 'Udvikling'])).toEqual({ 'velfærd  og børn': 'Velfærd og Børn' });
});

test('two committees that become one are one, an emptied one is left out, a department stays', () => {
  const row = { title: 'x', department: 'A', committees: ['BUU', 'KFU', 'ØK', 'TU'] };
  expect(withNames(row, { departments: { A: ' ' }, committees: { BUU: 'BSU', KFU: ' BSU ', TU: '' } })).toEqual({ title: 'x', department: 'A', committees: ['BSU', 'ØK'] });
  expect(withNames(row, { departments: { A: ' B ' }, committees: {} }).department).toBe('B');
});

test('without a mapping nothing but empty and double committees goes, whatever the names', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), fc.array(fc.string().map((name) => name.trim())), (department, committees) => {
    expect(withNames({ department, committees }, { departments: {}, committees: {} })).toEqual({ department, committees: Array.from(new Set(committees)).filter(Boolean) });
  }));
});
