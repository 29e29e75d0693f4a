// Where everything lies on the warm map: sectors by angle, bands by distance; position only makes room for names.
/** Somebody in place; `side` is where there is most room for the name: 1 right, -1 left. */
export interface Placed { id: string; x: number; y: number; radius: number; angle: number; side: 1 | -1 }
export interface Wedge { key: string; from: number; to: number; middle: number }
/** Somebody to place; `tail` is where their tail points: 1 outward, -1 inward, else nowhere. */
export interface ToPlace { id: string; sector: string; band: number; size: number; text: string; must: boolean; tail?: number }

export const WIDTH = 1190;
export const HEIGHT = 1000;
const INNER = 52;
const OUTER = 424;
export const RIM = OUTER + 22;
const GAP = 0.035;
/** Room that a name keeps free at its sides. */
export const AIR = 5;
/** How far a dot stays from the edges of its band. */
const EDGE = 14;
/** A band is at least this deep, so that its name and a row of people fit. */
const SHALLOW = 46;
/** How fine the places are among which one is chosen. */
const FINE = 10;
/** How often who still touches others is placed anew. */
const ROUNDS = 8;
/** The size of the letters of names, and how high a line of them is; smaller where the map is shown larger. */
export const LETTERS = 18.1;
export const LINE = 20;

/**
 * Gives the distances from the middle at which the bands begin and end: first where the nearest begins, then each end.
 * A band is as deep as its people need, so that there is room for names where most people are.
 */
export function edgesFor(people: ToPlace[], around: Wedge[], bands: number): number[] {
  const usual = (band: number) => INNER + (OUTER - INNER) * (band / Math.max(bands, 1)) ** 0.76;
  const whole = Math.PI * (OUTER ** 2 - INNER ** 2);
  const needed = Array.from({ length: bands }, (_, index) => {
    const here = people.filter((one) => one.band === index + 1);
    const fullest = Math.max(0, ...around.map((wedge) => (here.filter((one) => one.sector === wedge.key).length * 2 * Math.PI) / (wedge.to - wedge.from)));
    return (0.7 * here.length + 0.3 * Math.min(fullest, 3 * here.length)) * (here.some((one) => one.must) ? 2.2 : 1);
  });
  const total = needed.reduce((sum, one) => sum + one, 0) || 1;
  let from = INNER;
  const depths = needed.map((need, index) => {
    const area = 0.85 * ((need / total) * whole) + 0.15 * Math.PI * (usual(index + 1) ** 2 - usual(index) ** 2);
    const to = Math.sqrt(from ** 2 + area / Math.PI);
    const depth = to - from;
    from = to;
    return Math.max(depth, SHALLOW);
  });
  const over = depths.reduce((sum, one) => sum + one - SHALLOW, 0) || 1;
  const left = OUTER - INNER - bands * SHALLOW;
  const found = [INNER];
  for (const depth of depths) found.push((found.at(-1) ?? INNER) + SHALLOW + ((depth - SHALLOW) * left) / over);
  return found;
}

/** Gives in which band a distance from the middle lies. */
export function bandAt(distance: number, edges: number[]): number {
  for (let band = 1; band < edges.length - 1; band += 1) if (distance < (edges[band] ?? 0)) return band;
  return edges.length - 1;
}

/** Where the names of the bands stand, along the top of each. */
export function bandNames(edges: number[]): Box[] {
  return edges.slice(1).map((edge) => box(WIDTH / 2 - 66, HEIGHT / 2 - edge, 132, 27, 'band'));
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

export function radiusOf(size: number, scale = 1): number {
  return ([10, 12, 14.5][size] ?? 10) * scale;
}

/**
 * Places everybody within their sector and band, where a name beside them has most room.
 * Who had a seat in the same sector and band before keeps it, so that only who changed band moves; new seats are added to `seats`.
 * Dots and letters are `scale` times their usual size.
 */
export function place(people: ToPlace[], around: Wedge[], edges: number[], seats = new Map<string, Placed>(), scale = 1): Map<string, Placed> {
  const found = new Map<string, Placed>();
  const wedge = new Map(around.map((one) => [one.key, one]));
  const order = [...people].filter((one) => wedge.has(one.sector)).sort((a, b) => a.band - b.band || (a.sector < b.sector ? -1 : a.sector > b.sector ? 1 : a.id < b.id ? -1 : 1));
  const cells = new Map<string, Spot[]>();
  const cell = (one: ToPlace): Spot[] => {
    const key = `${one.sector} ${one.band}`;
    const known = cells.get(key) ?? spotsOf(wedge.get(one.sector) as Wedge, one.band, edges, scale);
    cells.set(key, known);
    return known;
  };
  const seat = (one: ToPlace) => `${one.id} ${one.sector} ${one.band}`;
  const near = new Rows();
  const units = new Map<string, Unit>();
  const put = (one: ToPlace, unit: Unit): void => {
    units.set(one.id, unit);
    near.add(unit);
  };
  const free: ToPlace[] = [];
  for (const one of order) {
    const held = seats.get(seat(one));
    if (held && near.around(held.y).every((other) => Math.hypot(other.x - held.x, other.y - held.y) > 22)) put(one, unitOf(one, held, held.side, scale));
    else free.push(one);
  }
  for (const one of free) put(one, best(one, cell(one), near, scale));
  const byId = new Map(free.map((one) => [one.id, one]));
  /** Takes some out and places them anew in this order; back as they were when that is no better. */
  const anew = (some: ToPlace[]): void => {
    const before = some.map((one) => units.get(one.id) as Unit);
    const total = () => some.reduce((sum, one) => sum + costOf(units.get(one.id) as Unit, near, Infinity), 0);
    const cost = total();
    before.forEach((unit) => near.remove(unit));
    for (const one of some) put(one, best(one, cell(one), near, scale));
    if (total() < cost) return;
    some.forEach((one, index) => {
      near.remove(units.get(one.id) as Unit);
      put(one, before[index] as Unit);
    });
  };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const one of round % 2 ? [...free].reverse() : free) {
      const unit = units.get(one.id) as Unit;
      if (costOf(unit, near, Infinity) < (one.must ? 1 : 40)) continue; // whose name may be left out moves only off another's dot
      const beside = near.around(unit.y).filter((other) => other.id !== one.id && byId.has(other.id) && costOf(unit, [other], 1) >= 1).map((other) => byId.get(other.id) as ToPlace);
      anew([one]);
      for (const some of [[one, ...beside], [...beside, one]]) if (beside.length && costOf(units.get(one.id) as Unit, near, 1) >= 1) anew(some);
    }
  for (const one of order) {
    const unit = units.get(one.id);
    if (!unit) continue;
    const { x, y, angle, side } = unit;
    found.set(one.id, { id: one.id, x, y, angle, side, radius: radiusOf(one.size, scale) });
    if (!seats.has(seat(one))) seats.set(seat(one), found.get(one.id) as Placed);
  }
  return found;
}

/** Somebody with a name beside them, as four boxes that others had better leave free: half widths and reach to either side. */
interface Unit { id: string; x: number; y: number; angle: number; side: 1 | -1; dot: number; from: number; to: number; line: number; must: boolean }

function unitOf(one: ToPlace, { x, y, angle }: { x: number; y: number; angle: number }, side: 1 | -1, scale: number, width = wide(one.text, LETTERS * scale)): Unit {
  const dot = radiusOf(one.size, scale) + 3;
  const long = dot + 2 + width + AIR;
  return { id: one.id, x, y, angle, side, dot, from: x + (side === 1 ? dot : -long), to: x + (side === 1 ? long : -dot), line: LINE * scale, must: one.must };
}

/** The units by height, since only those at about the same height can touch. */
class Rows {
  private rows = new Map<number, Unit[]>();
  add(unit: Unit): void {
    const row = Math.floor(unit.y / 36);
    this.rows.set(row, [...(this.rows.get(row) ?? []), unit]);
  }
  remove(unit: Unit): void {
    const row = Math.floor(unit.y / 36);
    this.rows.set(row, (this.rows.get(row) ?? []).filter((one) => one !== unit));
  }
  around(y: number): Unit[] {
    const row = Math.floor(y / 36);
    return [...(this.rows.get(row - 1) ?? []), ...(this.rows.get(row) ?? []), ...(this.rows.get(row + 1) ?? [])];
  }
}

/** How much of a unit lies over others; a dot over a dot counts most, and a little when they only come close. */
function costOf(unit: Unit, near: Rows | Unit[], most: number): number {
  let cost = 0;
  const half = unit.line / 2;
  for (const other of near instanceof Rows ? near.around(unit.y) : near) {
    if (other.id === unit.id) continue;
    const dy = Math.abs(unit.y - other.y);
    const dots = unit.dot + other.dot - dy;
    if (dots <= -6) continue;
    const across = unit.dot + other.dot - Math.abs(unit.x - other.x);
    if (dots > 0 && across > 0) cost += 40 + (dots * across) / 10;
    if (across > -8) cost += 0.6;
    const rank = unit.must || other.must ? 1 : 0.2;
    cost += rank * (over(unit.line - dy, Math.min(unit.to, other.to) - Math.max(unit.from, other.from))
      + over(half + other.dot - dy, Math.min(unit.to, other.x + other.dot) - Math.max(unit.from, other.x - other.dot))
      + over(half + unit.dot - dy, Math.min(other.to, unit.x + unit.dot) - Math.max(other.from, unit.x - unit.dot)));
    if (cost > most) return cost;
  }
  const reach = Math.max(Math.abs(unit.from - WIDTH / 2), Math.abs(unit.to - WIDTH / 2));
  if (Math.hypot(reach, Math.abs(unit.y - HEIGHT / 2) + 10) > RIM - 10) cost += unit.must ? 8 : 3;
  const [left, right] = [Math.min(unit.from, unit.x - unit.dot), Math.max(unit.to, unit.x + unit.dot)];
  if (Math.abs(unit.y - HEIGHT / 2) < 38 && left < WIDTH / 2 + 30 && right > WIDTH / 2 - 30) cost += 8;
  return cost;
}

function over(high: number, long: number): number {
  if (high > 0 && long > 0) return 1 + (high * long) / 100;
  return high > -5 && long > -10 ? 0.2 : 0;
}

interface Spot { x: number; y: number; angle: number; off: number }

/** The places of a cell, each with how far it is from the middle of the cell (0-1), and more where the name of the band stands. */
function spotsOf(wedge: Wedge, band: number, edges: number[], scale: number): Spot[] {
  const edge = 4 + EDGE * scale;
  const [near, far] = [(edges[band - 1] ?? INNER) + edge, (edges[band] ?? OUTER) - edge];
  const names = bandNames(edges);
  const found: Spot[] = [];
  const rows = Math.max(1, Math.round((far - near) / FINE));
  for (let row = 0; row <= rows; row += 1) {
    const distance = near + ((far - near) * row) / rows;
    const half = Math.max(0, (wedge.to - wedge.from) / 2 - 14 / distance);
    const count = Math.round((2 * half * distance) / FINE);
    for (let at = 0; at <= count; at += 1) {
      const angle = wedge.middle + (count ? half * ((2 * at) / count - 1) : 0);
      const [x, y] = [WIDTH / 2 + distance * Math.cos(angle), HEIGHT / 2 + distance * Math.sin(angle)];
      const over = names.some((name) => x > name.left - 11 && x < name.right + 11 && y > name.top - 11 && y < name.bottom + 11);
      found.push({ x, y, angle, off: (Math.abs((2 * row) / rows - 1) + (half ? Math.abs(angle - wedge.middle) / half : 0)) / 2 + (over ? 6 : 0) });
    }
  }
  return found.sort((a, b) => a.y - b.y);
}

/** Gives the place where somebody and their name touch least; where there are several, the one nearest the middle of the cell. */
function best(one: ToPlace, spots: Spot[], near: Rows, scale: number): Unit {
  let [chosen, least] = [undefined as Unit | undefined, Infinity];
  let [row, others] = [NaN, [] as Unit[]];
  const width = wide(one.text, LETTERS * scale);
  for (const spot of spots) {
    const here = Math.floor(spot.y / 36);
    if (here !== row) [row, others] = [here, near.around(spot.y)];
    const outward = Math.cos(spot.angle) >= 0 ? 1 : -1;
    for (const side of [outward, -outward] as (1 | -1)[]) {
      const behind = one.tail && side === outward * Math.sign(one.tail) && Math.abs(Math.cos(spot.angle)) > 0.35; // the name would lie over the tail
      const base = 0.6 * spot.off + (side === outward ? 0 : 0.15) + (behind ? 0.9 : 0);
      if (base >= least) continue;
      const unit = unitOf(one, spot, side, scale, width);
      const cost = base + costOf(unit, others, least);
      if (cost < least) [chosen, least] = [unit, cost];
    }
  }
  return chosen ?? unitOf(one, spots[0] as Spot, 1, scale);
}

export interface Box { left: number; top: number; right: number; bottom: number; id: string }
export function box(left: number, top: number, width: number, height: number, id: string): Box {
  return { left, top, right: left + width, bottom: top + height, id };
}
export function overlap(a: Box, b: Box): boolean {
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
