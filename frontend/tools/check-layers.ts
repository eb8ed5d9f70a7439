/** Fails when an import goes against the one-way order of the folders under src; prints each fault with its place. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { layerFaults } from './layers.ts'

const source = fileURLToPath(new URL('../src', import.meta.url))

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((path) => ({ path, text: readFileSync(join(source, path), 'utf8') }))

const faults = files.flatMap(layerFaults)
for (const fault of faults) console.error(`src/${fault.path}: ${fault.reason}`)
console.log(`layers: ${files.length} modules, ${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0
