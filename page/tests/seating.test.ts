// Sums of a seating against sums by hand, and a swap against counting anew.
import { describe, expect, it } from 'vitest';
import { again, broken, change, firstMeetings, meetings, pairAt, swapped, value, type Rounds } from '../src/lib/seating';

describe('a seating', () => {
  // four people, two rounds: (0,1) (2,3), then (0,2) (1,3)
  const rounds: Rounds = [[[0, 1], [2, 3]], [[0, 2], [1, 3]]];
  // worths of (0,1) (0,2) (0,3) (1,2) (1,3) (2,3)
  const worth = [1, 2, 4, 8, 16, 32];

  it('numbers pairs as they stand in a list', () => {
    expect([[0, 1], [0, 3], [1, 2], [3, 2]].map(([a = 0, b = 0]) => pairAt(4, a, b))).toEqual([0, 2, 3, 5]);
  });

  it('is worth the pairs that meet, each once', () => {
    expect(value(meetings(rounds, 4), worth)).toBe(1 + 32 + 2 + 16);
    expect(value(meetings([rounds[0] ?? [], rounds[0] ?? []], 4), worth)).toBe(33);
  });

  it('says of a swap what counting anew says', () => {
    // in round 1, 1 and 2 swap: (0,2) (1,3) twice; lost are (0,1) and (2,3)
    expect(change(rounds, meetings(rounds, 4), worth, 4, 0, 1, 2)).toBe(-33);
    for (const turn of [0, 1])
      for (const a of [0, 1, 2, 3])
        for (const b of [0, 1, 2, 3]) {
          const now = value(meetings(swapped(rounds, turn, a, b), 4), worth);
          const table = rounds[turn]?.find((one) => one.includes(a)) ?? [];
          if (!table.includes(b)) expect(value(meetings(rounds, 4), worth) + change(rounds, meetings(rounds, 4), worth, 4, turn, a, b)).toBe(now);
        }
  });

  it('counts who meets again, those who always sit together aside', () => {
    const twice: Rounds = [[[0, 1], [2, 3]], [[0, 1], [2, 3]]];
    expect(again(meetings(twice, 4), [], 4, 2)).toBe(2);
    expect(again(meetings(twice, 4), [{ a: 0, b: 1, together: true }], 4, 2)).toBe(1);
  });

  it('finds wishes that are not kept to, and where a pair first meets', () => {
    const wishes = [{ a: 0, b: 1, together: true }, { a: 0, b: 3, together: false }];
    expect(broken(rounds, wishes)).toEqual([wishes[0]]);
    expect(firstMeetings(rounds, 4).get(pairAt(4, 1, 3))).toEqual({ a: 1, b: 3, turn: 2, table: 2 });
  });
});
