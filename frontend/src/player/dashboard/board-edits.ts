/** From the tiles as they were to the tiles as edited: the commands that say so. */
import type { Dashboard, Label, Tile } from '@/generated/metadata'
import type { DesignCommand } from '@/shared/reports/apply'

const NEW = 'til_new'
const ROWS_OF_NEW_TILE = 8
const COLUMNS_OF_NEW_TILE = 8

/** A tile below all others, known by a name of its own until the server gives it an id. */
export function newTile(tiles: readonly Tile[], report: string): Tile {
  const y = Math.max(0, ...tiles.map((tile) => tile.y + tile.h))
  const number = 1 + tiles.filter(({ id }) => id.startsWith(NEW)).length
  const id = `${NEW}${number}${Math.max(0, ...tiles.map((tile) => tile.y))}`
  return { id, report, x: 0, y, w: COLUMNS_OF_NEW_TILE, h: ROWS_OF_NEW_TILE }
}

/** A label with other words in one language; emptied words are left out. */
export function relabelled(label: Label | undefined, language: string, words: string): Label {
  const rest = Object.fromEntries(Object.entries(label ?? {}).filter(([key]) => key !== language))
  return words === '' ? rest : { ...rest, [language]: words }
}

/** Where a tile stands. */
export type Place = Pick<Tile, 'x' | 'y' | 'w' | 'h'>

/** Inside the board: a tile that is moved or widened past the right edge stays at it. */
export function placed(tile: Tile, change: Partial<Place>): Tile {
  const w = clamp(change.w ?? tile.w, 1, 24)
  const x = clamp(change.x ?? tile.x, 0, 24 - w)
  return { ...tile, x, w, y: clamp(change.y ?? tile.y, 0, 1000), h: clamp(change.h ?? tile.h, 1, 60) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)))
}

/** What is set for a board as a whole. */
export type BoardSettings = Pick<Dashboard, 'refresh' | 'filters'>

/** Whether every filter has a name and something to hold for. */
export function isComplete({ filters = [] }: BoardSettings): boolean {
  return filters.every(({ label, fields }) => fields.length > 0 && Object.keys(label).length > 0)
}

export function settingCommands(dashboard: Dashboard, settings: BoardSettings): DesignCommand[] {
  const changed = (['refresh', 'filters'] as const).filter((key) => !isSame(dashboard[key], settings[key]))
  return changed.map((property) => command('set_dashboard_property', dashboard, { property, value: settings[property] ?? null }))
}

function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after)
}

export function boardCommands(dashboard: Dashboard, tiles: readonly Tile[]): DesignCommand[] {
  const before = new Map(dashboard.tiles.map((tile) => [tile.id, tile]))
  const kept = new Set(tiles.map(({ id }) => id))
  const gone = dashboard.tiles.filter(({ id }) => !kept.has(id))
  return [
    ...gone.map(({ id }) => command('remove_tile', dashboard, { tile: id })),
    ...tiles.flatMap((tile) => changes(dashboard, before.get(tile.id), tile)),
  ]
}

function changes(dashboard: Dashboard, before: Tile | undefined, tile: Tile): DesignCommand[] {
  const { x, y, w, h } = tile
  if (before === undefined) return [command('add_tile', dashboard, { report: tile.report, x, y, w, h })]
  const isMoved = before.x !== x || before.y !== y || before.w !== w || before.h !== h
  const properties = (['label', 'text', 'cross_filter'] as const).filter((key) => !isSame(before[key], tile[key]))
  return [
    ...(isMoved ? [command('move_tile', dashboard, { tile: tile.id, x, y, w, h })] : []),
    ...properties.map((property) => command('set_tile', dashboard, { tile: tile.id, property, value: tile[property] ?? null })),
  ]
}

function command(kind: string, { id }: Dashboard, params: DesignCommand['params']): DesignCommand {
  return { kind, params: { dashboard: id, ...params } }
}
