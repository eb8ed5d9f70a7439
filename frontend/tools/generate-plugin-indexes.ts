/** Writes the plug-in indexes; with `--check` only says whether they are up to date. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { FIELD_ASPECTS, indexName, indexText, type Aspect } from './plugin-index.ts'

const folder = fileURLToPath(new URL('../src/plugins/fields', import.meta.url))
const isCheck = process.argv.includes('--check')

const stale = FIELD_ASPECTS.filter((aspect) => !isCurrent(aspect))
for (const aspect of stale) {
  if (isCheck) console.error(`plugins/fields/${indexName(aspect)} is out of date: run npm run generate`)
  else writeFileSync(pathOf(aspect), textOf(aspect))
}
process.exitCode = isCheck && stale.length > 0 ? 1 : 0

function isCurrent(aspect: Aspect): boolean {
  return existsSync(pathOf(aspect)) && readFileSync(pathOf(aspect), 'utf8') === textOf(aspect)
}

function textOf(aspect: Aspect): string {
  const keys = readdirSync(folder).filter((key) =>
    ['ts', 'tsx'].some((ending) => existsSync(join(folder, key, `${aspect.file}.${ending}`))),
  )
  return indexText(aspect, keys)
}

function pathOf(aspect: Aspect): string {
  return join(folder, indexName(aspect))
}
