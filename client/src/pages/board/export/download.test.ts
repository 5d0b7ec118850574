import { expect, test } from 'vitest';
import { fileName } from './download.ts';

test('a name keeps its letters and loses what file systems refuse', () => {
  expect(fileName(['Kevätpäivä: mitä/kuka?', 'Mikä toimi?'], 'pdf')).toBe('Kevätpäivä mitä kuka - Mikä toimi.pdf');
  expect(fileName(['..\\..\\etc/passwd'], 'svg')).toBe('etc passwd.svg');
  expect(fileName(['fdp.\u202eexe'], 'pdf')).toBe('fdp. exe.pdf');
});

test('a name is never empty or too long, and no emoji is cut in two', () => {
  expect(fileName(['  ', '???'], 'csv')).toBe('talkoot.csv');
  const long = fileName(['👍'.repeat(200)], 'png');
  expect(long).toBe(`${'👍'.repeat(80)}.png`);
});
