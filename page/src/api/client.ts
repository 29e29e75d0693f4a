// The client: every request carries the token and the language; what goes wrong comes back as one kind of trouble.
import createClient, { type Middleware } from 'openapi-fetch';
import type { Job, paths } from './schema';

const KEY = 'hecht token';
let language = 'nl';

/** Moves the token from the address to the memory of this tab, so that it is in no history and no log. */
export function takeToken(): void {
  const given = location.hash.slice(1);
  if (/^[\w-]{3,}$/.test(given)) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
}

export function speak(lang: string): void {
  language = lang;
}

/** What went wrong: `code` is the server's, or `stopped` when there was no answer at all. */
export class Trouble extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    title: string,
  ) {
    super(title);
  }
}

function headers(): Record<string, string> {
  return { authorization: `Bearer ${sessionStorage.getItem(KEY) ?? ''}`, 'accept-language': language };
}

const sign: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(headers())) request.headers.set(name, value);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: typeof location === 'undefined' ? '' : location.origin, fetch: (request) => fetch(request) });
api.use(sign);

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** Gives what a request brought, or throws the trouble. */
export async function got<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch {
    throw new Trouble('stopped', 0, '');
  }
  if (!answer.response.ok) throw trouble(answer.response.status, answer.error);
  return answer.data as T;
}

function trouble(status: number, body: unknown): Trouble {
  const held = (body ?? {}) as { code?: string; title?: string };
  return new Trouble(held.code ?? 'went_wrong', status, held.title ?? '');
}

/** Sends one file as it is; `told` hears how many bytes went. */
export function send(job: string, file: File, name: string, told: (sent: number) => void): Promise<void> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const asked = new URLSearchParams({ name, changed: String(file.lastModified) });
    request.open('PUT', `/api/imports/${job}/file?${asked}`);
    for (const [key, value] of Object.entries(headers())) request.setRequestHeader(key, value);
    request.upload.onprogress = (event) => told(event.loaded);
    request.onerror = () => failed(new Trouble('stopped', 0, ''));
    request.onload = () => {
      if (request.status < 300) return done();
      let body: unknown;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        body = undefined;
      }
      failed(trouble(request.status, body));
    };
    request.send(file);
  });
}

/** Follows a job until it ends, by server-sent events over fetch (an EventSource cannot carry the token). */
export async function follow(job: string, told: (job: Job) => void): Promise<void> {
  const response = await fetch(`/api/jobs/${job}/events`, { headers: headers() }).catch(() => undefined);
  if (!response) throw new Trouble('stopped', 0, '');
  if (!response.ok || !response.body) throw trouble(response.status, await response.json().catch(() => undefined));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Trouble('stopped', 0, '');
    });
    if (done) return;
    held += value;
    const events = held.split('\n\n');
    held = events.pop() ?? '';
    for (const event of events) if (event.startsWith('data: ')) told(JSON.parse(event.slice(6)) as Job);
  }
}
