// The warm map: nobody overlaps, everybody is in their own sector and band, and names lie over nothing.
import { expect, test } from 'vitest';
import { bandAt, edge, HEIGHT, labels, outside, place, spot, wedges, WIDTH } from '../src/lib/layout';

// 150 people as the map at most holds: eight groups of very different size, more of them further out
const sizes = [40, 30, 24, 18, 14, 10, 8, 6];
const people = sizes.flatMap((size, group) =>
  Array.from({ length: size }, (_, index) => ({ id: `${group}-${String(index).padStart(2, '0')}`, sector: `s${group}`, band: [1, 2, 2, 3, 3, 3, 4, 4, 4, 4][index % 10] ?? 4, size: index % 3 })),
);
const around = wedges(sizes.map((weight, group) => ({ key: `s${group}`, weight })));
const placed = place(people, around, 4);

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
    expect(bandAt(distance, 4), one.id).toBe(one.band);
    expect(distance).toBeLessThan(edge(4, 4));
    expect(dot.angle).toBeGreaterThanOrEqual(wedge.from);
    expect(dot.angle).toBeLessThanOrEqual(wedge.to);
  }
});

test('nobody lies over another', () => {
  const dots = [...placed.values()];
  const over = dots.flatMap((a, index) => dots.slice(index + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < (a.radius + b.radius) * 0.9).map((b) => `${a.id} ${b.id}`));
  expect(over.length).toBeLessThanOrEqual(3);
});

test('names lie over no other name and no other dot', () => {
  const names = people.map((one) => ({ id: one.id, text: 'Anna de W.', must: one.band < 3 }));
  const found = labels(names, placed);
  expect(found.length).toBeGreaterThan(25);
  const boxes = found.map((one) => {
    const width = 94; // 5.225 em of Arial's own widths (A .667, n a d e .556, W .944, space and dot .278) at 18 px
    const left = one.anchor === 'start' ? one.x : one.anchor === 'end' ? one.x - width : one.x - width / 2;
    return { left, right: left + width, top: one.y - 15, bottom: one.y + 4 };
  });
  boxes.forEach((a, index) =>
    boxes.slice(index + 1).forEach((b) => expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)),
  );
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
