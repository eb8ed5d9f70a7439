/** Writes the plug-in indexes; with `--check` only says whether they are up to date. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { indexName, indexText, PLUGIN_FOLDERS, type Aspect, type PluginFolder } from './plugin-index.ts'

interface Index {
  readonly plugins: PluginFolder
  readonly aspect: Aspect
}

const plugins = fileURLToPath(new URL('../src/plugins', import.meta.url))
const isCheck = process.argv.includes('--check')

const indexes = PLUGIN_FOLDERS.flatMap((folder) => folder.aspects.map((aspect) => ({ plugins: folder, aspect })))
const stale = indexes.filter((index) => !isCurrent(index))
for (const index of stale) {
  if (isCheck) console.error(`plugins/${index.plugins.folder}/${indexName(index.aspect)} is out of date: run npm run generate`)
  else writeFileSync(pathOf(index), textOf(index))
}
process.exitCode = isCheck && stale.length > 0 ? 1 : 0

function isCurrent(index: Index): boolean {
  return existsSync(pathOf(index)) && readFileSync(pathOf(index), 'utf8') === textOf(index)
}

function textOf({ plugins: { folder, what }, aspect }: Index): string {
  const keys = readdirSync(join(plugins, folder)).filter((key) =>
    ['ts', 'tsx'].some((ending) => existsSync(join(plugins, folder, key, `${aspect.file}.${ending}`))),
  )
  return indexText(aspect, keys, what)
}

function pathOf({ plugins: { folder }, aspect }: Index): string {
  return join(plugins, folder, indexName(aspect))
}
