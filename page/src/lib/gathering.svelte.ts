// A gathering that is being made: who comes, wishes, the plan and what was changed in it; it stays while the page does.
import type { GuestShape, SeatingShape } from '../api/schema';
import { broken, change, meetings, swapped, value, again, type Rounds, type Wish } from './seating';

/** A wish between two guests by their marks. */
type Said = { a: string; b: string; together: boolean };

/** A mark that stays the same when the list changes. */
export function markOf(guest: GuestShape): string {
  return guest.person || `${guest.name}|${guest.organisation ?? ''}`;
}

export class Gathering {
  title = $state('');
  loaded = $state(false);
  all = $state<GuestShape[]>([]);
  away = $state<string[]>([]);
  wishes = $state<Said[]>([]);
  tables = $state(0);
  rounds = $state(0);
  seed = $state(0);
  /** The guests of the plan, which stay as they were when it was made. */
  seated = $state.raw<GuestShape[]>([]);
  seating = $state.raw<SeatingShape>();
  plan = $state.raw<Rounds>([]);
  before = $state.raw<Rounds[]>([]);

  met = $state.raw<Uint8Array>(new Uint8Array());

  // getters, and nothing derived: that would end with the part of the page that asked first
  get guests(): GuestShape[] {
    return this.all.filter((one) => !this.away.includes(markOf(one)));
  }

  get value(): number {
    return this.seating ? value(this.met, this.seating.worth) : 0;
  }

  get again(): number {
    return again(this.met, this.wishesOf(this.seated), this.seated.length, this.plan.length);
  }

  get broken(): Wish[] {
    return broken(this.plan, this.wishesOf(this.seated));
  }

  /** Wishes by the places of two guests in a list. */
  wishesOf(list: GuestShape[]): Wish[] {
    const at = new Map(list.map((one, place) => [markOf(one), place]));
    return this.wishes.flatMap(({ a, b, together }) => {
      const [one, other] = [at.get(a), at.get(b)];
      return one === undefined || other === undefined ? [] : [{ a: one, b: other, together }];
    });
  }

  add(guest: GuestShape): void {
    const mark = markOf(guest);
    this.away = this.away.filter((one) => one !== mark);
    if (!this.all.some((one) => markOf(one) === mark)) this.all = [...this.all, guest];
  }

  /** Takes a plan that was made. */
  take(guests: GuestShape[], made: SeatingShape): void {
    [this.seated, this.seating, this.before] = [guests, made, []];
    this.#put(made.rounds);
  }

  gain(turn: number, a: number, b: number): number {
    return this.seating ? change(this.plan, this.met, this.seating.worth, this.seated.length, turn, a, b) : 0;
  }

  swap(turn: number, a: number, b: number): void {
    this.before = [...this.before, this.plan];
    this.#put(swapped(this.plan, turn, a, b));
  }

  undo(): void {
    const last = this.before.at(-1);
    if (!last) return;
    this.#put(last);
    this.before = this.before.slice(0, -1);
  }

  #put(plan: Rounds): void {
    [this.plan, this.met] = [plan, meetings(plan, this.seated.length)];
  }
}

const made = new Map<string, Gathering>();

/** Gives the gathering of a collaboration or group, the same one each time. */
export function gatheringOf(key: string): Gathering {
  const held = made.get(key) ?? new Gathering();
  made.set(key, held);
  return held;
}
