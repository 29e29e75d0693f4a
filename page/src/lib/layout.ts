// Where everything lies on the warm map: sectors by angle, bands by distance; position only avoids overlap.
export interface Placed { id: string; x: number; y: number; radius: number; angle: number }
export interface Wedge { key: string; from: number; to: number; middle: number }
export interface Label { id: string; text: string; x: number; y: number; anchor: 'start' | 'end' | 'middle' }
export interface ToPlace { id: string; sector: string; band: number; size: number }
export interface ToName { id: string; text: string; short?: string; must: boolean }

export const WIDTH = 1190;
export const HEIGHT = 1000;
const INNER = 52;
const OUTER = 424;
export const RIM = OUTER + 22;
const GAP = 0.035;
/** Within its edge a band keeps room for its name, which is written along it. */
const BRIM = 36;
const LINE = 21;
/** Room that a name keeps free at its sides. */
const AIR = 5;

/** Gives the distance from the middle at which a band ends (0: where the first begins). */
export function edge(band: number, bands: number): number {
  return INNER + (OUTER - INNER) * (band / Math.max(bands, 1)) ** 0.76;
}

/** Gives in which band a distance from the middle lies. */
export function bandAt(distance: number, bands: number): number {
  for (let band = 1; band < bands; band += 1) if (distance < edge(band, bands)) return band;
  return bands;
}

/** Divides the circle among sectors in their given order, by how many are drawn in each. */
export function wedges(sectors: { key: string; weight: number }[]): Wedge[] {
  const total = sectors.reduce((sum, sector) => sum + sector.weight + 2.5, 0) || 1;
  const room = 2 * Math.PI - GAP * sectors.length;
  let from = -Math.PI / 2;
  return sectors.map((sector) => {
    const to = from + (room * (sector.weight + 2.5)) / total;
    const wedge = { key: sector.key, from, to, middle: (from + to) / 2 };
    from = to + GAP;
    return wedge;
  });
}

export function radiusOf(size: number): number {
  return [10, 12, 14.5][size] ?? 10;
}

/** Places everybody: in order within sector and band, in as many rows as fit, so that nobody overlaps. */
export function place(people: ToPlace[], around: Wedge[], bands: number): Map<string, Placed> {
  const found = new Map<string, Placed>();
  for (const wedge of around) {
    for (let band = 1; band <= bands; band += 1) {
      const here = people.filter((one) => one.sector === wedge.key && one.band === band).sort((a, b) => (a.id < b.id ? -1 : 1));
      if (!here.length) continue;
      const [near, far] = [edge(band - 1, bands) + 17, edge(band, bands) - BRIM];
      let step = 36;
      let rows: number[] = [];
      for (; step > 20; step -= 1) {
        rows = rowsFor(here.length, wedge, near, far, step);
        if (rows.reduce((sum, count) => sum + count, 0) >= here.length) break;
      }
      let next = 0;
      const left = [...share(here.length, rows)];
      left.forEach((count, row) => {
        const distance = rows.length === 1 ? (near + far) / 2 : near + ((far - near) * row) / (rows.length - 1);
        const pad = Math.min(15 / distance, (wedge.to - wedge.from) / 2.2);
        const width = wedge.to - wedge.from - 2 * pad;
        for (let at = 0; at < count; at += 1) {
          const one = here[next++];
          if (!one) return;
          const angle = wedge.from + pad + width * (count === 1 ? 0.5 : at / (count - 1));
          const scale = Math.min(1, step / 30);
          found.set(one.id, { id: one.id, angle, radius: radiusOf(one.size) * scale, x: WIDTH / 2 + distance * Math.cos(angle), y: HEIGHT / 2 + distance * Math.sin(angle) });
        }
      });
    }
  }
  return found;
}

function rowsFor(count: number, wedge: Wedge, near: number, far: number, step: number): number[] {
  const fits = (distance: number) => Math.max(1, Math.floor(((wedge.to - wedge.from) * distance - 30) / step) + 1);
  const most = Math.max(1, Math.floor((far - near) / step) + 1);
  for (let rows = 1; rows <= most; rows += 1) {
    const each = Array.from({ length: rows }, (_, row) => fits(rows === 1 ? (near + far) / 2 : near + ((far - near) * row) / (rows - 1)));
    if (rows === most || each.reduce((sum, one) => sum + one, 0) >= count) return each;
  }
  return [count];
}

/** Divides a number over rows by how many fit in each. */
function share(count: number, rows: number[]): number[] {
  const total = rows.reduce((sum, one) => sum + one, 0);
  const each = rows.map((one) => Math.floor((count * one) / total));
  let left = count - each.reduce((sum, one) => sum + one, 0);
  for (let row = rows.length - 1; left > 0; row = (row - 1 + rows.length) % rows.length) {
    each[row] = (each[row] ?? 0) + 1;
    left -= 1;
  }
  return each;
}

/**
 * Gives names a place beside their dots, in order of need; a name that would lie over another or over a dot is left out.
 * Who must have a name is tried once more with a shorter one.
 */
export function labels(names: ToName[], placed: Map<string, Placed>, bands = 0): Label[] {
  const taken = [...placed.values()].map((dot) => box(dot.x - dot.radius - 2, dot.y - dot.radius - 2, 2 * dot.radius + 4, 2 * dot.radius + 4, dot.id));
  taken.push(box(WIDTH / 2 - 28, HEIGHT / 2 - 28, 56, 56, 'me'));
  for (let band = 1; band <= bands; band += 1) taken.push(box(WIDTH / 2 - 62, HEIGHT / 2 - edge(band, bands), 124, 24, 'band'));
  const found: Label[] = [];
  const order = [...names].sort((a, b) => Number(b.must) - Number(a.must));
  const again = order.filter(({ must, short, text }) => must && short && short !== text).map((one) => ({ ...one, text: one.short ?? '' }));
  for (const { id, text } of [...order.filter(({ must }) => must), ...again, ...order.filter(({ must }) => !must)]) {
    const dot = placed.get(id);
    if (!dot || found.some((label) => label.id === id)) continue;
    const width = wide(text, 18.5);
    for (const label of spots(id, text, dot)) {
      const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2;
      const lies = box(left - AIR, label.y - LINE + 5, width + 2 * AIR, LINE, id);
      if (beyond(lies) || taken.some((one) => one.id !== id && overlap(one, lies))) continue;
      taken.push({ ...lies, id: `name ${id}` });
      found.push(label);
      break;
    }
  }
  return found;
}

/** Where a name may stand beside its dot, the best first. */
function spots(id: string, text: string, dot: Placed): Label[] {
  const away = dot.radius + 5;
  const outward = Math.cos(dot.angle) >= 0;
  return [
    { id, text, x: dot.x + (outward ? away : -away), y: dot.y + 6, anchor: outward ? 'start' : 'end' },
    { id, text, x: dot.x + (outward ? -away : away), y: dot.y + 6, anchor: outward ? 'end' : 'start' },
    { id, text, x: dot.x, y: dot.y - away - 2, anchor: 'middle' },
    { id, text, x: dot.x, y: dot.y + away + 14, anchor: 'middle' },
    ...([-13, 22, -22, 31] as const).flatMap((lower): Label[] => [
      { id, text, x: dot.x + away * 0.6, y: dot.y + lower, anchor: 'start' },
      { id, text, x: dot.x - away * 0.6, y: dot.y + lower, anchor: 'end' },
    ]),
  ];
}

/** Whether a name would reach over the rim, where who sleeps is written. */
function beyond(lies: Box): boolean {
  const [x, y] = [Math.max(Math.abs(lies.left - WIDTH / 2), Math.abs(lies.right - WIDTH / 2)) - AIR, Math.max(Math.abs(lies.top - HEIGHT / 2), Math.abs(lies.bottom - HEIGHT / 2)) - 4];
  return Math.hypot(x, y) > RIM - 10;
}

export interface Box { left: number; top: number; right: number; bottom: number; id: string }
function box(left: number, top: number, width: number, height: number, id: string): Box {
  return { left, top, right: left + width, bottom: top + height, id };
}
function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

const NARROW = new Set("iljI.,'’|!:;()[] ftr-");
const WIDE = new Set('mwMW@%…');

/** Gives about how wide a text is at a size of letters, rather too wide than too narrow: no letter is measured here. */
export function wide(text: string, size: number): number {
  let em = 0;
  for (const one of text) em += NARROW.has(one) ? 0.36 : WIDE.has(one) ? 0.95 : one === one.toLowerCase() ? 0.57 : 0.73;
  return em * size;
}

export interface Outside { key: string; lines: string[]; below: string; x: number; y: number; anchor: 'start' | 'end' | 'middle' }
const STEP = 21;

/** Places what is written around the circle: beside each sector, and moved along where two would touch. */
export function outside(around: Wedge[], texts: { lines: string[]; below: string }[]): Outside[] {
  const found = around.map((wedge, index): Outside => {
    const { lines, below } = texts[index] ?? { lines: [], below: '' };
    const [cos, sin] = [Math.cos(wedge.middle), Math.sin(wedge.middle)];
    const height = STEP * (lines.length - 1 + (below ? 1 : 0));
    const y = HEIGHT / 2 + (RIM + 20) * sin;
    return { key: wedge.key, lines, below, x: WIDTH / 2 + (RIM + 20) * cos, y: sin > 0.6 ? y + 14 : sin < -0.6 ? y - height : y - height / 2 + 6, anchor: Math.abs(cos) < 0.09 ? 'middle' : cos > 0 ? 'start' : 'end' };
  });
  for (const right of [true, false]) {
    const side = found.filter((one) => (one.x >= WIDTH / 2) === right).sort((a, b) => a.y - b.y);
    for (let round = 0; round < 6; round += 1)
      for (let index = 1; index < side.length; index += 1) {
        const [upper, lower] = [side[index - 1], side[index]];
        if (!upper || !lower || !overlap(spot(upper), spot(lower))) continue;
        const need = spot(upper).bottom - spot(lower).top + 2;
        // near the top the upper one gives way, near the bottom the lower one
        if (lower.y < HEIGHT / 2) upper.y -= need;
        else lower.y += need;
      }
  }
  return found;
}

/** Where a text beside a sector lies. */
export function spot(one: Outside): Box {
  const width = Math.max(...one.lines.map((line) => wide(line, 19) * 1.06), wide(one.below, 17));
  const left = one.anchor === 'start' ? one.x : one.anchor === 'end' ? one.x - width : one.x - width / 2;
  return box(left - AIR, one.y - 17, width + 2 * AIR, STEP * (one.lines.length - 1 + (one.below ? 1 : 0)) + 22, one.key);
}

/** Gives the path of an arc around the middle. */
export function arc(from: number, to: number, distance: number): string {
  const at = (angle: number) => `${(WIDTH / 2 + distance * Math.cos(angle)).toFixed(1)} ${(HEIGHT / 2 + distance * Math.sin(angle)).toFixed(1)}`;
  return `M${at(from)}A${distance} ${distance} 0 ${to - from > Math.PI ? 1 : 0} 1 ${at(to)}`;
}
