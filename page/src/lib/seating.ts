// Arithmetic of a seating: what it is worth, what a swap changes, and who meets; the same sums as the server makes.

/** For each round the tables, for each table its guests by place. */
export type Rounds = number[][][];
/** Two guests, and whether they always or never share a table. */
export type Wish = { a: number; b: number; together: boolean };

/** The place of a pair among (0,1), (0,2) ... (1,2) ... */
export function pairAt(people: number, one: number, other: number): number {
  const [a, b] = one < other ? [one, other] : [other, one];
  return (a * (2 * people - a - 1)) / 2 + b - a - 1;
}

/** How often each pair shares a table. */
export function meetings(rounds: Rounds, people: number): Uint8Array {
  const met = new Uint8Array((people * (people - 1)) / 2);
  for (const tables of rounds)
    for (const table of tables)
      table.forEach((a, at) => {
        for (const b of table.slice(at + 1)) {
          const pair = pairAt(people, a, b);
          met[pair] = (met[pair] ?? 0) + 1;
        }
      });
  return met;
}

/** The worth of the pairs that meet, each counted once. */
export function value(met: Uint8Array, worth: number[]): number {
  return met.reduce((sum, times, pair) => sum + (times ? (worth[pair] ?? 0) : 0), 0);
}

/** How often a pair sits together that sat together before, those who always do aside. */
export function again(met: Uint8Array, wishes: Wish[], people: number, rounds: number): number {
  const root = Array.from({ length: people }, (_, one) => one);
  for (const { a, b, together } of wishes) {
    if (!together) continue;
    const [from, to] = [root[a], root[b]];
    root.forEach((one, at) => {
      if (one === from) root[at] = to ?? at;
    });
  }
  let within = 0;
  for (let a = 0; a < people; a += 1) for (let b = a + 1; b < people; b += 1) if (root[a] === root[b]) within += rounds - 1;
  return met.reduce((sum, times) => sum + Math.max(times - 1, 0), 0) - within;
}

/** What changes in the value when two guests of one round take each other's seat. */
export function change(rounds: Rounds, met: Uint8Array, worth: number[], people: number, turn: number, a: number, b: number): number {
  const tables = rounds[turn] ?? [];
  const here = tables.find((one) => one.includes(a)) ?? [];
  const there = tables.find((one) => one.includes(b)) ?? [];
  if (here === there) return 0;
  let gained = 0;
  for (const [one, left, found] of [[a, here, there], [b, there, here]] as const) {
    for (const other of left) if (other !== one && met[pairAt(people, one, other)] === 1) gained -= worth[pairAt(people, one, other)] ?? 0;
    for (const other of found) if (other !== a && other !== b && !met[pairAt(people, one, other)]) gained += worth[pairAt(people, one, other)] ?? 0;
  }
  return gained;
}

/** The rounds after two guests took each other's seat in one of them. */
export function swapped(rounds: Rounds, turn: number, a: number, b: number): Rounds {
  return rounds.map((tables, at) => (at === turn ? tables.map((table) => table.map((one) => (one === a ? b : one === b ? a : one))) : tables));
}

/** The wishes that a plan does not keep to. */
export function broken(rounds: Rounds, wishes: Wish[]): Wish[] {
  const at = rounds.map((tables) => new Map(tables.flatMap((table, number) => table.map((one) => [one, number] as const))));
  return wishes.filter(({ a, b, together }) => at.some((places) => (places.get(a) === places.get(b)) !== together));
}

/** The first round and table, from 1, at which each pair meets. */
export function firstMeetings(rounds: Rounds, people: number): Map<number, { a: number; b: number; turn: number; table: number }> {
  const found = new Map<number, { a: number; b: number; turn: number; table: number }>();
  rounds.forEach((tables, turn) =>
    tables.forEach((table, number) =>
      table.forEach((a, at) => {
        for (const b of table.slice(at + 1)) {
          const pair = pairAt(people, a, b);
          if (!found.has(pair)) found.set(pair, { a, b, turn: turn + 1, table: number + 1 });
        }
      }),
    ),
  );
  return found;
}
