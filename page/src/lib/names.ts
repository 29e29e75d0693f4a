// Names on the warm map: beside their dot where that touches nothing, else at the end of a thin line.
import { AIR, bandNames, box, HEIGHT, LETTERS, LINE, overlap, RIM, wide, WIDTH, type Box, type Placed } from './layout';

export interface Line { x1: number; y1: number; x2: number; y2: number }
export interface Label { id: string; text: string; x: number; y: number; anchor: 'start' | 'end' | 'middle'; line?: Line }
export interface ToName { id: string; text: string; short?: string; must: boolean }

/** How far from its dot a name may stand at most. */
const FAR = 300;

/**
 * Gives names a place, in order of need; a name that would lie over another or over a dot is left out.
 * Who must have one is tried with a shorter name, and then at the end of a line.
 */
export function labels(names: ToName[], placed: Map<string, Placed>, edges: number[] = [], scale = 1): Label[] {
  const taken = [...placed.values()].map((dot) => box(dot.x - dot.radius - 2, dot.y - dot.radius - 2, 2 * dot.radius + 4, 2 * dot.radius + 4, dot.id));
  taken.push(box(WIDTH / 2 - 28, HEIGHT / 2 - 28, 56, 56, 'me'), ...bandNames(edges));
  const found = new Map<string, Label>();
  const lines: Line[] = [];
  function put(id: string, tried: Iterable<Label>): void {
    if (found.has(id)) return;
    for (const label of tried) {
      const lies = lying(label, scale);
      if (beyond(lies) || taken.some((one) => one.id !== id && overlap(one, lies)) || lines.some((line) => crosses(line, lies))) continue;
      const { line } = label;
      if (line && (taken.some((one) => one.id !== id && crosses(line, { ...one, left: one.left + 3, right: one.right - 3, top: one.top + 3, bottom: one.bottom - 3 })) || lines.some((other) => meet(line, other)))) continue;
      taken.push({ ...lies, id: `name ${id}` });
      if (line) lines.push(line);
      found.set(id, label);
      return;
    }
  }
  const must = names.filter((one) => one.must);
  const each = (some: ToName[], tried: (one: ToName, dot: Placed) => Iterable<Label>) => {
    for (const one of some) {
      const dot = placed.get(one.id);
      if (dot) put(one.id, tried(one, dot));
    }
  };
  const short = ({ text, short: less }: ToName) => less || text;
  each(must, (one, dot) => spots(one.id, one.text, dot, scale));
  each(must, (one, dot) => spots(one.id, short(one), dot, scale));
  each(must, (one, dot) => further(one.id, one.text, dot, scale, 120));
  each(must, (one, dot) => further(one.id, short(one), dot, scale, FAR));
  each(names, (one, dot) => spots(one.id, one.text, dot, scale));
  return [...found.values()];
}

/** Where a name lies. */
export function lying({ id, text, x, y, anchor }: Label, scale = 1): Box {
  const width = wide(text, LETTERS * scale);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return box(left - AIR, y - (LINE - 5) * scale, width + 2 * AIR, LINE * scale, id);
}

/** Where a name may stand beside its dot, the best first. */
function spots(id: string, text: string, dot: Placed, scale: number): Label[] {
  const away = dot.radius + 5;
  const outward = dot.side === 1;
  return [
    { id, text, x: dot.x + (outward ? away : -away), y: dot.y + 6 * scale, anchor: outward ? 'start' : 'end' },
    { id, text, x: dot.x + (outward ? -away : away), y: dot.y + 6 * scale, anchor: outward ? 'end' : 'start' },
    { id, text, x: dot.x, y: dot.y - away - 2, anchor: 'middle' },
    { id, text, x: dot.x, y: dot.y + away + 14 * scale, anchor: 'middle' },
    ...([-13, 22, -22, 31] as const).flatMap((lower): Label[] => [
      { id, text, x: dot.x + away * 0.6, y: dot.y + lower * scale, anchor: 'start' },
      { id, text, x: dot.x - away * 0.6, y: dot.y + lower * scale, anchor: 'end' },
    ]),
  ];
}

/** Where a name may stand at the end of a line, the nearest first. */
function* further(id: string, text: string, dot: Placed, scale: number, most: number): Generator<Label> {
  for (let away = dot.radius + 14; away <= most; away += 6)
    for (let turn = 0; turn < 32; turn += 1) {
      const angle = dot.angle + (turn % 2 ? -1 : 1) * Math.ceil(turn / 2) * (Math.PI / 16);
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const [x, y] = [dot.x + away * cos, dot.y + away * sin];
      const anchor = Math.abs(cos) < 0.3 ? 'middle' : cos > 0 ? 'start' : 'end';
      const line = { x1: dot.x + (dot.radius + 2) * cos, y1: dot.y + (dot.radius + 2) * sin, x2: x - 3 * cos, y2: y - 3 * sin };
      yield { id, text, x, y: anchor === 'middle' ? (sin < 0 ? y - 6 * scale : y + (LINE - 4) * scale) : y + 6 * scale, anchor, line };
    }
}

/** Whether a name would reach over the rim, where who sleeps is written. */
function beyond(lies: Box): boolean {
  const [x, y] = [Math.max(Math.abs(lies.left - WIDTH / 2), Math.abs(lies.right - WIDTH / 2)) - AIR, Math.max(Math.abs(lies.top - HEIGHT / 2), Math.abs(lies.bottom - HEIGHT / 2)) - 4];
  return Math.hypot(x, y) > RIM - 10;
}

function crosses(line: Line, lies: Box): boolean {
  const inside = (x: number, y: number) => x > lies.left && x < lies.right && y > lies.top && y < lies.bottom;
  if (inside(line.x1, line.y1) || inside(line.x2, line.y2)) return true;
  const { left, right, top, bottom } = lies;
  return meet(line, { x1: left, y1: top, x2: right, y2: bottom }) || meet(line, { x1: left, y1: bottom, x2: right, y2: top });
}

/** Whether two lines cross. */
function meet(a: Line, b: Line): boolean {
  const side = (line: Line, x: number, y: number) => (line.x2 - line.x1) * (y - line.y1) - (line.y2 - line.y1) * (x - line.x1);
  return side(a, b.x1, b.y1) * side(a, b.x2, b.y2) < 0 && side(b, a.x1, a.y1) * side(b, a.x2, a.y2) < 0;
}
