// Reading in: takes what was dropped to the server and follows the work, also after the page was loaded again.
import { api, follow, got, send, Trouble } from '../api/client';
import type { Job } from '../api/schema';
import { ask, shared } from '../state.svelte';

export interface Dropped { file: File; name: string }
const ENDED = ['done', 'failed'];

class Reading {
  /** The job at hand, or the last that ended while this page was open. */
  job = $state<Job>();
  sent = $state(0);
  total = $state(0);
  error = $state.raw<unknown>();

  get busy(): boolean {
    return this.job !== undefined && !ENDED.includes(this.job.state);
  }

  /** Picks up work that was going on before this page was loaded. */
  async resume(): Promise<void> {
    const { rows } = await ask(got(api.GET('/api/jobs')));
    const open = rows.find((row) => row.state === 'waiting' || row.state === 'running');
    if (open && !this.busy) await this.watch(open);
  }

  async take(files: Dropped[]): Promise<void> {
    if (!files.length || this.busy) return;
    this.error = undefined;
    this.sent = 0;
    this.total = files.reduce((sum, { file }) => sum + file.size, 0);
    try {
      if (shared.session?.demo) await ask(got(api.POST('/api/session', { body: { demo: false } })));
      const job = await ask(got(api.POST('/api/imports')));
      this.job = job;
      let before = 0;
      for (const { file, name } of files) {
        await ask(send(job.id, file, name, (sent) => (this.sent = before + sent)));
        before += file.size;
        this.sent = before;
      }
      await this.watch(await ask(got(api.POST('/api/imports/{job}/start', { params: { path: { job: job.id } } }))));
    } catch (wrong) {
      this.error = wrong;
      this.job = undefined;
    }
  }

  async demo(): Promise<void> {
    if (this.busy) return;
    this.error = undefined;
    try {
      const job = await this.watch(await ask(got(api.POST('/api/demo'))));
      if (job.state === 'done') {
        shared.session = await ask(got(api.POST('/api/session', { body: { demo: true } })));
        this.job = undefined;
        await shared.refresh();
        shared.go('/week');
      }
    } catch (wrong) {
      this.error = wrong;
    }
  }

  /** Follows a job to its end; when the server was away for a while, it goes on afterwards. */
  private async watch(begun: Job): Promise<Job> {
    this.job = begun;
    while (!ENDED.includes(this.job.state)) {
      try {
        await ask(follow(begun.id, (job) => (this.job = job)));
      } catch (wrong) {
        if (!(wrong instanceof Trouble) || wrong.code !== 'stopped') throw wrong;
        await new Promise((later) => setTimeout(later, 1500));
      }
    }
    await shared.refresh();
    return this.job;
  }
}

export const reading = new Reading();

/** Gives the files of what was dropped, those of folders too, with their names below what was dropped. */
export async function filesOf(items: DataTransferItemList): Promise<Dropped[]> {
  // all of them at once: the list is emptied as soon as this waits for anything
  const found = [...items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  return (await Promise.all(found.map((one) => (one instanceof File ? [{ file: one, name: one.name }] : one ? walk(one) : [])))).flat();
}

async function walk(entry: FileSystemEntry): Promise<Dropped[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    return [{ file, name: entry.fullPath.replace(/^\//, '') }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Dropped[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return found;
    for (const one of some) found.push(...(await walk(one)));
  }
}
