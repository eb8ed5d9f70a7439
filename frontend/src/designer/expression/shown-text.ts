/**
 * An expression as people read it: names shown by what they are called, and back. Only the names change; everything
 * else, also an unfinished text, stays as it is. A place in one text leads to the same place in the other.
 */
import { printStep } from '@/core/expressions/print'
import { plainName, tokensOf, type Token } from '@/core/expressions/tokens'

import type { OfferedName } from './offered-names'

/** Stretches of a text and what stands in their stead in the other one. */
interface Stretch {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

export interface Translated {
  readonly text: string
  readonly stretches: readonly Stretch[]
}

export interface Names {
  readonly byName: ReadonlyMap<string, OfferedName>
  /** By what they are called, where that is clear. */
  readonly byLabel: ReadonlyMap<string, OfferedName>
}

/** A path in a text, with the place it takes. */
export interface PathInText {
  readonly steps: readonly string[]
  readonly start: number
  readonly end: number
}

const BETWEEN = '\u0001'
const UNSHOWABLE = /[[\]［］【】\n]|^\s*$/

export function indexNames(names: readonly OfferedName[]): Names {
  const byName = new Map(names.map((each) => [keyOf(each.name.split('.')), each]))
  const byLabel = new Map<string, OfferedName>()
  const unclear = new Set<string>()
  for (const each of names) {
    const steps = labelSteps(each)
    const key = labelKey(steps)
    if (byLabel.has(key) || isNameOfAnother(byName, steps, each) || steps.some((step) => UNSHOWABLE.test(step))) unclear.add(key)
    byLabel.set(key, each)
  }
  for (const key of unclear) byLabel.delete(key)
  return { byName, byLabel }
}

export function toShown(stored: string, names: Names): Translated {
  return translate(stored, ({ steps }) => {
    const known = names.byName.get(keyOf(steps))
    return known !== undefined && names.byLabel.get(labelKey(labelSteps(known))) === known ? labelSteps(known) : undefined
  })
}

export function toStored(shown: string, names: Names): Translated {
  return translate(shown, ({ steps }) => {
    if (names.byName.has(keyOf(steps))) return undefined
    return names.byLabel.get(labelKey(steps))?.name.split('.')
  })
}

/** How a name is written in the text people see. */
export function shownName(name: OfferedName, names: Names): string {
  const isClear = names.byLabel.get(labelKey(labelSteps(name))) === name
  return (isClear ? labelSteps(name) : name.name.split('.')).map(printStep).join('.')
}

/** The name a path of the text people see stands for. */
export function nameOfPath(path: PathInText, names: Names): OfferedName | undefined {
  return names.byName.get(keyOf(path.steps)) ?? names.byLabel.get(labelKey(path.steps))
}

/** The paths of a text, in order. */
export function pathsIn(tokens: readonly Token[]): PathInText[] {
  const paths: PathInText[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at]
    if (first === undefined || !isStep(first)) continue
    const parts = [first]
    for (let next = tokens[at + 2]; tokens[at + 1]?.kind === 'dot' && next !== undefined && isStep(next); next = tokens[at + 2]) {
      parts.push(next)
      at += 2
    }
    paths.push({ steps: parts.map(plainName), start: first.start, end: parts.at(-1)?.end ?? first.end })
  }
  return paths
}

/** Where a place of the translated text was in the first one. */
export function placeBefore({ stretches }: Translated, place: number): number {
  let shift = 0
  for (const { from, to } of stretches) {
    if (place < to[0]) break
    if (place <= to[1]) return place === to[0] ? from[0] : from[1]
    shift = from[1] - to[1]
  }
  return place + shift
}

function translate(text: string, stepsFor: (path: PathInText) => readonly string[] | undefined): Translated {
  let written = ''
  let done = 0
  const stretches: Stretch[] = []
  for (const path of pathsIn(tokensOf(text))) {
    const steps = stepsFor(path)
    if (steps === undefined) continue
    written += text.slice(done, path.start)
    const start = written.length
    written += steps.map(printStep).join('.')
    stretches.push({ from: [path.start, path.end], to: [start, written.length] })
    done = path.end
  }
  return { text: written + text.slice(done), stretches }
}

function isStep({ kind }: Token): boolean {
  return kind === 'name' || kind === 'bracketed'
}

function labelSteps({ label, steps, name }: OfferedName): readonly string[] {
  return (steps !== undefined && steps.length === name.split('.').length ? steps : [label]).map((step) => step.trim())
}

function isNameOfAnother(byName: ReadonlyMap<string, OfferedName>, steps: readonly string[], own: OfferedName): boolean {
  const other = byName.get(keyOf(steps))
  return other !== undefined && other !== own
}

function keyOf(steps: readonly string[]): string {
  return steps.join(BETWEEN)
}

function labelKey(steps: readonly string[]): string {
  return keyOf(steps).toLowerCase()
}
