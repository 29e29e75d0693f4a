// Every word of the page, in Dutch and English, a file a view. Reasons and drafts come from the server.
import collaborations from './collaborations';
import exchange from './exchange';
import frame from './frame';
import held from './held';
import lists from './lists';
import network from './network';
import person from './person';
import position from './position';
import rounds from './rounds';
import seating from './seating';
import sources from './sources';
import today from './today';
import week from './week';

const WORDS = { ...frame, ...today, ...week, ...network, ...person, ...position, ...exchange, ...collaborations, ...lists, ...rounds, ...seating, ...sources, ...held };

export type Word = keyof typeof WORDS;
export type Lang = 'nl' | 'en';
export const KEYS = Object.keys(WORDS) as Word[];

/** Gives a text in a language, with `{name}` filled in, and `{name|one|more}` as that is 1 or not. */
export function say(lang: Lang, word: Word, filled: Record<string, string | number> = {}): string {
  const text: string = WORDS[word][lang === 'nl' ? 0 : 1];
  return text
    .replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, more: string) => (String(filled[name]) === '1' ? one : more))
    .replace(/\{(\w+)\}/g, (_, name: string) => String(filled[name] ?? ''));
}
