// What the whole page shares: language, theme, where one is, the session, and whether the server is there.
import { api, got, speak, Trouble } from './api/client';
import type { Session } from './api/schema';
import { say, type Lang, type Word } from './words';

type Theme = 'auto' | 'light' | 'dark';

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // a browser that keeps nothing still shows the page
  }
}

class Shared {
  lang = $state<Lang>('nl');
  theme = $state<Theme>('auto');
  path = $state('/');
  session = $state<Session>();
  stopped = $state(false);
  /** Something to say once on the next view. */
  note = $state('');
  /** Rises when the log changed, so that views ask anew. */
  turn = $state(0);

  begin(): void {
    const lang = remembered('hecht language');
    this.setLang(lang === 'en' ? 'en' : 'nl');
    const theme = remembered('hecht theme');
    this.setTheme(theme === 'light' || theme === 'dark' ? theme : 'auto');
    this.path = location.pathname;
    addEventListener('popstate', () => (this.path = location.pathname));
  }

  setLang(lang: Lang): void {
    this.lang = lang;
    speak(lang);
    document.documentElement.lang = lang;
    remember('hecht language', lang);
    this.turn += 1;
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    remember('hecht theme', theme);
  }

  async refresh(): Promise<void> {
    this.session = await ask(got(api.GET('/api/session')));
    this.turn += 1;
  }

  go(path: string): void {
    if (path === this.path) return;
    history.pushState(null, '', path);
    this.path = path;
    scrollTo(0, 0);
  }
}

export const shared = new Shared();

/** Gives a text in the language at hand. */
export function t(word: Word, filled?: Record<string, string | number>): string {
  return say(shared.lang, word, filled);
}

/** Waits for an answer, and notes when there is no server any more. */
export async function ask<T>(asked: Promise<T>): Promise<T> {
  try {
    const answer = await asked;
    shared.stopped = false;
    return answer;
  } catch (error) {
    if (error instanceof Trouble && error.code === 'stopped') shared.stopped = true;
    throw error;
  }
}

/** Follows links inside the page without loading it again. */
export function link(node: HTMLAnchorElement): { destroy(): void } {
  function followed(event: MouseEvent): void {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    shared.go(new URL(node.href).pathname);
  }
  node.addEventListener('click', followed);
  return { destroy: () => node.removeEventListener('click', followed) };
}
