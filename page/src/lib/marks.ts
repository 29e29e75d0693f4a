// What the marks of the map mean in words, and which of them the legend lets through.
import type { Dot, Map as Warm, Sector } from '../api/schema';
import { t } from '../state.svelte';

export interface Filter { states: string[]; fills: string[]; priv: boolean }

export function shown(dot: Dot, filter: Filter): boolean {
  if (dot.sector === 'private' && !filter.priv) return false;
  return (!filter.states.length || filter.states.includes(dot.state)) && (!filter.fills.length || filter.fills.includes(dot.fill));
}

/** The name of a band: of four each its own, of two the nearer half and the wider. */
export function bandName(map: Warm, band: number): string {
  if (map.bands.length === 2) return band === 1 ? t('layer.2') : t('layer.4');
  return t((['layer.1', 'layer.2', 'layer.3', 'layer.4'] as const)[band - 1] ?? 'layer.4');
}

export function sectorName(sector: Sector): string {
  return sector.name || t(sector.key === 'private' ? 'map.private' : 'map.rest');
}

/** "Anna de W." for on the map; the full name is in the card. */
export function shortName(dot: Dot): string {
  const words = dot.who.name.split(' ').filter(Boolean);
  const last = words.at(-1) ?? '';
  const first = dot.who.first;
  if (first.includes('@')) return (first.split('@')[0] ?? first).slice(0, 18);
  if (words.length < 2 || first === dot.who.name) return first.slice(0, 18);
  return `${first.slice(0, 14)} ${last.slice(0, 1)}.`;
}

export function sentence(map: Warm, dot: Dot): string {
  const parts = [dot.who.name, bandName(map, dot.band), t(`state.${dot.state}`), t(`fill.${dot.fill}`)];
  if (dot.size === 2) parts.push(t('map.in_week'));
  if (dot.size === 1) parts.push(t('map.open'));
  if (dot.stated) parts.push(t('map.stated'));
  return parts.join(', ');
}
