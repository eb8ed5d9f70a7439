/** From the tiles as they were to the tiles as edited: the commands that say so. */
import type { Chart, Dashboard, Tile } from '@/generated/metadata'
import type { DesignCommand } from '@/shared/reports/apply'
import { below, isSamePlace, type Place, type Size } from '@/ui/board/places'

const NEW = 'til_new'

/** What a tile shows. */
export type TileContent = Pick<Tile, 'report'> | Pick<Tile, 'text'>

/** How large a picture is when it is put down. */
export function sizeOf(chart: Chart): Size {
  return chart.kind === 'number' ? { w: 6, h: 4 } : { w: 12, h: 9 }
}

export const SIZE_OF_WORDS = { w: 8, h: 3 } as const
const USUAL_SIZE = { w: 8, h: 8 } as const

/** A tile below all others unless it is given a place, known by a name of its own until the server gives it an id. */
export function newTile(tiles: readonly Tile[], content: TileContent, place: Partial<Place> = {}): Tile {
  const number = 1 + tiles.filter(({ id }) => id.startsWith(NEW)).length
  const id = `${NEW}${number}${Math.max(0, ...tiles.map((tile) => tile.y))}`
  return { id, ...content, x: 0, y: below(tiles), ...USUAL_SIZE, ...place }
}

/** What is set for a board as a whole. */
export type BoardSettings = Pick<Dashboard, 'refresh' | 'filters'>

export function settingsOf({ refresh, filters }: Dashboard): BoardSettings {
  return { ...(refresh === undefined ? {} : { refresh }), ...(filters === undefined ? {} : { filters }) }
}

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
  if (before === undefined) return [command('add_tile', dashboard, { ...contentOf(tile), x, y, w, h })]
  const properties = (['label', 'text', 'cross_filter'] as const).filter((key) => !isSame(before[key], tile[key]))
  return [
    ...(!isSamePlace(before, tile) ? [command('move_tile', dashboard, { tile: tile.id, x, y, w, h })] : []),
    ...properties.map((property) => command('set_tile', dashboard, { tile: tile.id, property, value: tile[property] ?? null })),
  ]
}

/** What an added tile shows, as its command wants it. */
export function contentOf({ report, text, label }: Tile): DesignCommand['params'] {
  return Object.fromEntries(Object.entries({ report, text, label }).filter(([, value]) => value !== undefined))
}

function command(kind: string, { id }: Dashboard, params: DesignCommand['params']): DesignCommand {
  return { kind, params: { dashboard: id, ...params } }
}
