// Every word that is used exists, every word that exists is used, and both languages fill in the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KEYS, say } from '../src/words';

const files = readdirSync('src', { recursive: true, encoding: 'utf-8' }).filter((name) => /\.(svelte|ts)$/.test(name) && !name.startsWith('words'));
const source = files.map((name) => readFileSync(join('src', name), 'utf-8')).join('\n');
// a word is written out, or made as t(`state.${...}`)
const written = new Set([...source.matchAll(/['"]([a-z]+(?:\.\w+)+)['"]/g)].map((found) => found[1]));
const made = [...source.matchAll(/t\(`([a-z_.]+)\$\{/g)].map((found) => found[1] ?? '');

test('no word is missing or unused', () => {
  const unused = KEYS.filter((key) => !written.has(key) && !made.some((start) => key.startsWith(start)));
  expect(unused).toEqual([]);
  const roots = new Set(KEYS.map((key) => key.split('.')[0]));
  const missing = [...written].filter((key) => key && roots.has(key.split('.')[0] ?? '') && !(KEYS as string[]).includes(key) && !/\.(js|svg|ts|svelte)$/.test(key));
  expect(missing).toEqual([]);
  expect(made.length).toBeGreaterThan(0);
});

test('both languages fill in the same', () => {
  // each hole is filled with its own name, whatever the name is
  const marked = new Proxy<Record<string, string>>({}, { get: (_, name) => `{${String(name)}}` });
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
  for (const key of KEYS) {
    expect(holes(say('nl', key, marked)), key).toEqual(holes(say('en', key, marked)));
    expect(say('nl', key).trim(), key).not.toBe('');
    expect(say('en', key).trim(), key).not.toBe('');
  }
});

test('no word says what the rules for words forbid', () => {
  const forbidden = /\b(zet|actie|loslaten|opvolgen|koud|verwaarloosd|score|sterkte|relatiescore|inperking|laag|wederkerigheid|peiling|enquête|balans|schijnsamenwerking|te lang|moet)\b/i;
  for (const key of KEYS) expect(say('nl', key), key).not.toMatch(forbidden);
});

test('one is said as one and more as more', () => {
  expect(say('nl', 'map.now', { near: 1, quieter: 2, asleep: '1' })).toBe('Je netwerk nu: 1 mens dichtbij, 2 worden stiller, 1 slaapt.');
  expect(say('nl', 'map.now', { near: '1.200', quieter: 1, asleep: 0 })).toBe('Je netwerk nu: 1.200 mensen dichtbij, 1 wordt stiller, 0 slapen.');
});

test('a log, a band and other words of the makers are not said', () => {
  const jargon = /\b(logs?|constraint|concentratie|concentration|contactdag(en)?|contact days?|data|database|token)\b/i;
  const own = KEYS.filter((one) => !one.startsWith('get.')); // those say what other programs call their menus
  for (const key of own) for (const lang of ['nl', 'en'] as const) expect(say(lang, key), key).not.toMatch(jargon);
});
