/** Prints what an end user's first visit downloads, gzipped, against the budget: entry, one language, an app's overview. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

const BUDGET_KB = 375

/** Source modules whose chunks a first visit needs; Chinese, because its language chunk is the larger one. */
const VISITED = [
  'index.html',
  'src/core/i18n/locales/zh-CN.ts',
  'src/player/home/app-home-page.tsx',
  'node_modules/antd/es/locale/zh_CN.js',
  'node_modules/dayjs/locale/zh-cn.js',
]

const web = fileURLToPath(new URL('../../runtime/web', import.meta.url))
const manifest = JSON.parse(readFileSync(join(web, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>

/** The chunk's own files and those of everything it imports statically. */
function filesOf(key: string, seen = new Set<string>()): string[] {
  const chunk = manifest[key]
  if (chunk === undefined || seen.has(key)) return []
  seen.add(key)
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((inner) => filesOf(inner, seen))]
}

function entryKeys(visited: string): string[] {
  return Object.keys(manifest).filter((key) => key.endsWith(visited))
}

function gzipKb(file: string): number {
  return gzipSync(readFileSync(join(web, file))).length / 1000
}

const files = [...new Set(VISITED.flatMap(entryKeys).flatMap((key) => filesOf(key)))]
for (const file of files) console.log(`${gzipKb(file).toFixed(1).padStart(8)} kB  ${file}`)
const total = files.reduce((sum, file) => sum + gzipKb(file), 0)
console.log(`${total.toFixed(1).padStart(8)} kB  first load, gzip (budget ${BUDGET_KB} kB)`)
process.exitCode = total > BUDGET_KB ? 1 : 0
