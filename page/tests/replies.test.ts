// The views show what the server's own replies say: snapshots that its tests write, so that both sides break together.
import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { Person, Week } from '../src/api/schema';
import PersonView from '../src/views/Person.svelte';
import WeekView from '../src/views/Week.svelte';

function reply<T>(name: string): T {
  return JSON.parse(readFileSync(`tests/replies/${name}.json`, 'utf-8')) as T;
}

function text(html: string): string {
  return html.replace(/<!--.*?-->/g, '').replace(/<[^>]*>/g, ' ').replace(/&amp;/g, '&').replace(/\s+/g, ' ');
}

test('the week shows every person, reason, kind and moment', () => {
  const given = reply<Week>('week');
  const shown = text(render(WeekView, { props: { given } }).body);
  expect(given.cards.length).toBe(2);
  for (const card of given.cards) {
    for (const said of [card.reason, card.label, ...card.people.map((person) => person.name), card.moment?.words ?? '']) expect(shown).toContain(said);
  }
});

test('a week without suggestions is glad', () => {
  const given = { ...reply<Week>('week'), cards: [], glad: 'Deze week hoeft er niets.' };
  expect(text(render(WeekView, { props: { given } }).body)).toContain('Deze week hoeft er niets.');
});

test('a person shows silence, both ways, addresses and questions', () => {
  const given = reply<Person>('person');
  const shown = text(render(PersonView, { props: { id: given.who.id, given } }).body);
  for (const said of [given.who.name, given.who.organisation, given.tie?.silence_words ?? '?', String(given.tie?.sent), ...given.addresses, ...given.questions.map((one) => one.subject)]) {
    expect(shown).toContain(said);
  }
});
