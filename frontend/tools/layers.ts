/** The one-way order of the source folders, and what a module's imports say against it. Reads no files itself. */
import { posix } from 'node:path'

export interface SourceFile {
  /** Path below src, with forward slashes. */
  readonly path: string
  readonly text: string
}

export interface LayerFault {
  readonly path: string
  readonly reason: string
}

/** For each layer the layers it may import from, besides itself. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  generated: [],
  core: ['generated'],
  ui: ['generated', 'core'],
  shared: ['generated', 'core', 'ui'],
  plugins: ['generated', 'core', 'ui', 'shared'],
  designer: ['generated', 'core', 'ui', 'shared', 'plugins'],
  player: ['generated', 'core', 'ui', 'shared', 'plugins'],
  app: ['generated', 'core', 'ui', 'shared', 'plugins', 'designer', 'player'],
}

/** The core is plain computation: these are the only packages it may know. */
const CORE_PACKAGES = new Set(['decimal.js', 'i18next', 'immer'])

/** Layers whose rooms are independent features, and the rooms all of them may use. */
const COMMON_ROOMS: Readonly<Record<string, readonly string[]>> = {
  player: ['form', 'flow', 'notifications'],
  designer: ['drafting', 'canvas', 'palette', 'inspector', 'history', 'publish', 'frame', 'expression', 'tour'],
}

/** Lists of what the rooms of a layer offer: they alone may name any of them. */
const DIRECTORIES = new Set(['designer/home/new-things.ts'])

const IMPORT = /(?:from\s+|import\s+|import\(\s*)['"]([^'"]+)['"]/g
const TEST_FILE = /\.test\.tsx?$/

export function layerFaults(file: SourceFile): LayerFault[] {
  return specifiers(file.text)
    .map((specifier) => importFault(file.path, specifier))
    .filter((reason) => reason !== null)
    .map((reason) => ({ path: file.path, reason }))
}

function specifiers(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? '')
}

function importFault(path: string, specifier: string): string | null {
  const target = resolve(path, specifier)
  return target === null ? packageFault(path, specifier) : moduleFault(path, target)
}

/** The imported module's path below src; null for a package. */
function resolve(path: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  return null
}

function packageFault(path: string, specifier: string): string | null {
  if (layerOf(path) !== 'core' || TEST_FILE.test(path) || CORE_PACKAGES.has(specifier)) return null
  return `core computes and may not import the package ${specifier}`
}

function moduleFault(path: string, target: string): string | null {
  const [from, to] = [layerOf(path), layerOf(target)]
  if (target.startsWith('..')) return null
  if (from === to) return roomFault(path, target)
  if (TEST_FILE.test(path) && target.startsWith('app/testing/')) return null
  if (BELOW[from] === undefined) return `${from} is not a known layer`
  return BELOW[from].includes(to) ? null : `${from} may not import from ${to} (${target})`
}

function roomFault(path: string, target: string): string | null {
  const common = COMMON_ROOMS[layerOf(path)]
  const [from, to] = [roomOf(path), roomOf(target)]
  if (common === undefined || from === to || common.includes(to) || DIRECTORIES.has(path)) return null
  return `${layerOf(path)}/${from} and ${layerOf(path)}/${to} are independent features: move the shared part down`
}

function layerOf(path: string): string {
  return path.split('/')[0] ?? ''
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? ''
}
