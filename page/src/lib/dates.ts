// Dates and numbers as the language at hand writes them.
import type { Lang } from '../words';

const LOCALE = { nl: 'nl-NL', en: 'en-US' } as const;

function parsed(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** "16 november 2026"; without the year when it is that of `now`. */
export function dayOf(lang: Lang, day: string, now = ''): string {
  const year = day.slice(0, 4) === now.slice(0, 4) ? undefined : ('numeric' as const);
  return new Intl.DateTimeFormat(LOCALE[lang], { day: 'numeric', month: 'long', year, timeZone: 'UTC' }).format(parsed(day));
}

/** "maandag 16 november". */
export function longDay(lang: Lang, day: string): string {
  return new Intl.DateTimeFormat(LOCALE[lang], { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(parsed(day));
}

/** "nov" for a month such as 2026-11. */
export function monthOf(lang: Lang, month: string, style: 'short' | 'narrow' | 'long' = 'short'): string {
  return new Intl.DateTimeFormat(LOCALE[lang], { month: style, year: style === 'long' ? 'numeric' : undefined, timeZone: 'UTC' }).format(parsed(`${month.slice(0, 7)}-15`));
}

export function numberOf(lang: Lang, value: number): string {
  return new Intl.NumberFormat(LOCALE[lang]).format(value);
}

/** "mail, agenda en chat". */
export function listed(lang: Lang, words: string[]): string {
  return new Intl.ListFormat(LOCALE[lang], { type: 'conjunction' }).format(words);
}

/** "3,4 GB". */
export function sizeOf(lang: Lang, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(3, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return new Intl.NumberFormat(LOCALE[lang], { style: 'unit', unit: units[step], unitDisplay: 'short', maximumFractionDigits: step > 1 ? 1 : 0 }).format(bytes / 1000 ** step);
}

/** The day that lies some days after another, as 2026-11-16. */
export function plus(day: string, days: number): string {
  return new Date(parsed(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The last months up to that of a day, as 2026-11, oldest first. */
export function lastMonths(until: string, count: number): string[] {
  const [year = 2000, month = 1] = until.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const total = year * 12 + month - 1 - (count - 1 - back);
    return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
  });
}

/** Gives the same day a number of months before, or the last of that month. */
export function monthsBack(from: string, count: number): string {
  const [year = 2000, month = 1, day = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - count, 0, 12)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - count, Math.min(day, last), 12)).toISOString().slice(0, 10);
}

/** Gives how many months lie between two days, by the calendar. */
export function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}
