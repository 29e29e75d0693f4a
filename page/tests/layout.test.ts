// The warm map: nobody overlaps, everybody is in their own sector and band, and names lie over nothing.
import { expect, test } from 'vitest';
import { bandAt, edgesFor, HEIGHT, outside, place, spot, wedges, WIDTH, type Placed } from '../src/lib/layout';
import { labels, lying } from '../src/lib/names';

// 150 people as the map at most holds: eight groups of very different size, more of them further out
const called = ['Anna de W.', 'Henk-Jan P.', 'Bo V.', 'Willemijn V.', 'Søren L.', 'Mohammed E.', 'Ilse P.'];
const sizes = [40, 30, 24, 18, 14, 10, 8, 6];
const people = sizes.flatMap((size, group) =>
  Array.from({ length: size }, (_, index) => ({ id: `${group}-${String(index).padStart(2, '0')}`, sector: `s${group}`, band: [1, 2, 2, 3, 3, 3, 4, 4, 4, 4][index % 10] ?? 4, size: index % 3, text: called[index % 7] ?? '', must: [0, 1, 2].includes(index % 10) })),
);
const around = wedges(sizes.map((weight, group) => ({ key: `s${group}`, weight })));
const edges = edgesFor(people, around, 4);
const placed = place(people, around, edges);

test('sectors fill the circle in order and leave a gap', () => {
  around.forEach((wedge, index) => {
    expect(wedge.to).toBeGreaterThan(wedge.from);
    const next = around[index + 1];
    if (next) expect(next.from).toBeGreaterThan(wedge.to);
  });
  expect((around.at(-1)?.to ?? 0) - (around[0]?.from ?? 0)).toBeLessThan(2 * Math.PI);
});

test('everybody lies in their own sector and band', () => {
  expect(placed.size).toBe(150);
  for (const one of people) {
    const dot = placed.get(one.id);
    const wedge = around.find(({ key }) => key === one.sector);
    if (!dot || !wedge) throw new Error(one.id);
    const distance = Math.hypot(dot.x - WIDTH / 2, dot.y - HEIGHT / 2);
    expect(bandAt(distance, edges), one.id).toBe(one.band);
    expect(distance).toBeLessThan(edges[4] ?? 0);
    expect(dot.angle).toBeGreaterThanOrEqual(wedge.from);
    expect(dot.angle).toBeLessThanOrEqual(wedge.to);
  }
});

test('nobody lies over another', () => {
  const dots = [...placed.values()];
  const over = dots.flatMap((a, index) => dots.slice(index + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius).map((b) => `${a.id} ${b.id}`));
  expect(over).toEqual([]);
});

test('a band has room for its people: where most are it is deepest', () => {
  const inward = people.map((one) => ({ ...one, band: one.band === 4 ? 1 : one.band }));
  const other = edgesFor(inward, around, 4);
  expect((other[1] ?? 0) - (other[0] ?? 0)).toBeGreaterThan((edges[1] ?? 0) - (edges[0] ?? 0));
  expect(other[4]).toBeCloseTo(edges[4] ?? 0, 6);
  for (const some of [edges, other]) some.slice(1).forEach((edge, index) => expect(edge - (some[index] ?? 0)).toBeGreaterThanOrEqual(46 - 1e-6));
});

test('looking back moves only who changed band', () => {
  const seats = new Map<string, Placed>();
  const now = place(people, around, edges, seats);
  const then = people.filter((_, index) => index % 11).map((one, index) => (index % 13 ? one : { ...one, band: (one.band % 4) + 1 }));
  const back = place(then, around, edges, seats);
  for (const one of then) {
    if (one.band !== people.find(({ id }) => id === one.id)?.band) continue;
    expect([back.get(one.id)?.x, back.get(one.id)?.y], one.id).toEqual([now.get(one.id)?.x, now.get(one.id)?.y]);
  }
  const again = place(people, around, edges, seats);
  for (const one of people) expect(again.get(one.id), one.id).toEqual(now.get(one.id));
});

// 150 people of whom 45, 75 and 104 are in the two inner bands, with names as long as those of people: the first on a map of
// the usual size, the others where it is drawn larger, which the page then does by itself
const worlds = [{ bands: [1, 2, 2, 3, 3, 3, 4, 4, 4, 4], scale: 1 }, { bands: [1, 1, 2, 2, 2, 3, 3, 4, 4, 4], scale: 0.8 }, { bands: [1, 1, 1, 2, 2, 2, 2, 3, 4, 4], scale: 0.72 }];

test.each(worlds)('everybody in the two inner bands has a name that lies over nothing: $bands', ({ bands, scale }) => {
  const some = people.map((one, index) => ({ ...one, band: bands[index % 10] ?? 4, must: (bands[index % 10] ?? 4) < 3 }));
  const rings = edgesFor(some, around, 4);
  const there = place(some, around, rings, new Map(), scale);
  const names = some.map(({ id, text, must }) => ({ id, text, must }));
  const found = labels(names, there, rings, scale);
  const without = names.filter((one) => one.must && !found.some(({ id }) => id === one.id));
  expect(without.length).toBeLessThanOrEqual(names.filter((one) => one.must).length > 100 ? 1 : 0);
  const boxes = found.map((one) => lying(one, scale));
  boxes.forEach((a, index) => {
    boxes.slice(index + 1).forEach((b) => expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom, `${a.id} ${b.id}`).toBe(false));
    for (const dot of there.values()) if (dot.id !== a.id) expect(dot.x > a.left && dot.x < a.right && dot.y > a.top && dot.y < a.bottom, `${a.id} over ${dot.id}`).toBe(false);
  });
  const dots = [...there.values()];
  expect(dots.flatMap((a, index) => dots.slice(index + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius).map((b) => `${a.id} ${b.id}`))).toEqual([]);
});

test('what is written around the circle touches nothing else that is', () => {
  // names as long as real ones are, and one very small sector at the foot beside another
  for (const weights of [[5, 3, 4, 12, 3, 2, 30, 9], [1, 1, 1, 1, 1, 1, 1, 90], [10, 10, 10, 10]]) {
    const some = wedges(weights.map((weight, index) => ({ key: `k${index}`, weight })));
    const written = outside(some, some.map((_, index) => ({ lines: index % 2 ? ['Rotorhuis Pompservice'] : ['Waterschap', 'Veenstroom', 'en Oude'], below: '12 slapen' })));
    const boxes = written.map(spot);
    boxes.forEach((a, index) =>
      boxes.slice(index + 1).forEach((b) => expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom, `${a.id} ${b.id}`).toBe(false)),
    );
  }
});
