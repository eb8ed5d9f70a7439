/** Texts: parts, search, replacement, conversion. Positions count characters (code points) from 1. */
import { Decimal, rounded } from '../arithmetic'
import type { Bodies } from '../body'
import { load, numberOfText, toItems, toText } from '../coerce'
import { Fault, NOT_A_NUMBER, TEXT_TOO_LONG, WRONG_ARGUMENT } from '../faults'
import { fold } from '../operators'
import { findWildcard } from '../patterns'
import { bounded, type Run } from '../run'
import type { Value } from '../values'

const LONGEST = 64 * 1024
const WORD = /[\p{L}\p{M}]+/gu

function natural(count: number): number {
  if (count < 0) throw new Fault(WRONG_ARGUMENT)
  return count
}

function position(count: number): number {
  if (count < 1) throw new Fault(WRONG_ARGUMENT)
  return count
}

/** Refuse a length before any memory is taken for it. */
function requireRoom(characters: number): void {
  if (characters > LONGEST) throw new Fault(TEXT_TOO_LONG)
}

function lengthOf(text: string): number {
  return [...text].length
}

/** Part of a text by characters, from 0. */
function slice(text: string, start: number, end?: number): string {
  return [...text].slice(start, end).join('')
}

function right(_run: Run, text: string, count = 1): string {
  const characters = [...text]
  return characters.slice(Math.max(characters.length - natural(count), 0)).join('')
}

function joined(run: Run, items: readonly Value[]): string {
  run.spend(items.length)
  const parts = items.map((item) => toText(run, item))
  requireRoom(parts.reduce((length, part) => length + part.length, 0))
  return bounded(parts.join(''))
}

const itemsOf = (given: readonly Value[]): readonly Value[] => given.flatMap((each) => [...toItems(each)])

function joinWith(run: Run, separator: Value, skipBlank: boolean, ...given: readonly Value[]): string {
  const items = itemsOf(given)
  run.spend(items.length)
  const texts = items.map((item) => toText(run, item)).filter((text) => text !== '' || !skipBlank)
  const separators = toItems(separator).map((item) => toText(run, item))
  const parts = texts.map((text, index) =>
    index < texts.length - 1 ? text + (separators[index % separators.length] ?? '') : text,
  )
  return joined(run, parts)
}

/** Replace every occurrence, or only the n-th; capitals matter. */
function substitute(_run: Run, text: string, old: string, fresh: string, occurrence?: number): string {
  if (occurrence !== undefined) position(occurrence)
  if (!old) return text
  const parts = text.split(old)
  requireRoom(text.length + (parts.length - 1) * (fresh.length - old.length))
  if (occurrence === undefined) return bounded(parts.join(fresh))
  if (occurrence >= parts.length) return text
  return bounded(parts.slice(0, occurrence).join(old) + fresh + parts.slice(occurrence).join(old))
}

function replace(_run: Run, text: string, start: number, count: number, fresh: string): string {
  const begin = position(start) - 1
  return bounded(slice(text, 0, begin) + fresh + slice(text, begin + natural(count)))
}

/** The position of a part; capitals matter, wildcards do not work. */
function find(_run: Run, part: string, text: string, start = 1): Value {
  const characters = [...text]
  if (position(start) > characters.length + 1) throw new Fault(WRONG_ARGUMENT)
  const before = characters.slice(0, start - 1).join('').length
  const found = text.indexOf(part, before)
  if (found < 0) throw new Fault(WRONG_ARGUMENT)
  return new Decimal(lengthOf(text.slice(0, found)) + 1)
}

/** The position of a part without case; `*`, `?` and `~` work. */
function search(_run: Run, part: string, text: string, start = 1): Value {
  const found = findWildcard(part, text, position(start) - 1)
  if (found < 0) throw new Fault(WRONG_ARGUMENT)
  return new Decimal(found + 1)
}

/** Read a number with given separators; spaces do not matter, each % divides by a hundred. */
function numberValue(_run: Run, text: string, decimal = '.', group = ','): Value {
  const [point, comma] = [decimal[0], group[0]]
  if (!point || !comma) throw new Fault(WRONG_ARGUMENT)
  const plain = text.replaceAll(' ', '')
  const place = plain.indexOf(point)
  const whole = place < 0 ? plain : plain.slice(0, place)
  const fraction = place < 0 ? '' : plain.slice(place + 1)
  if (fraction.includes(comma)) throw new Fault(NOT_A_NUMBER)
  const number = whole.replaceAll(comma, '') + (place < 0 ? '' : '.') + fraction
  const bare = number.replace(/%+$/, '')
  const percents = number.length - bare.length
  return (bare ? numberOfText(bare) : new Decimal(0)).div(new Decimal(100).pow(percents))
}

function fixed(_run: Run, number: Decimal, digits = 2, noCommas = false): string {
  if (Math.abs(digits) > 127) throw new Fault(WRONG_ARGUMENT)
  const [whole = '', fraction] = rounded(number, digits).toFixed(Math.max(digits, 0)).split('.')
  const grouped = noCommas ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

function unicodeCharacter(_run: Run, code: number): string {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  if (code < 1 || code > 0x10ffff || isSurrogate) throw new Fault(WRONG_ARGUMENT)
  return String.fromCodePoint(code)
}

export const TEXT: Bodies = {
  LEN: (_run: Run, text: string) => new Decimal(lengthOf(text)),
  LEFT: (_run: Run, text: string, count = 1) => slice(text, 0, natural(count)),
  RIGHT: right,
  MID: (_run: Run, text: string, start: number, count: number) =>
    slice(text, position(start) - 1, start - 1 + natural(count)),
  UPPER: (_run: Run, text: string) => bounded(text.toUpperCase()),
  LOWER: (_run: Run, text: string) => bounded(text.toLowerCase()),
  PROPER: (_run: Run, text: string) =>
    bounded(text.replaceAll(WORD, (word) => slice(word, 0, 1).toUpperCase() + slice(word, 1).toLowerCase())),
  TRIM: (_run: Run, text: string) => text.replaceAll(/ +/g, ' ').replace(/^ | $/g, ''),
  CLEAN: (_run: Run, text: string) => [...text].filter((each) => each >= ' ').join(''),
  CONCAT: (run: Run, ...given: readonly Value[]) => joined(run, itemsOf(given)),
  CONCATENATE: (run: Run, ...given: readonly Value[]) => joined(run, given),
  TEXTJOIN: joinWith,
  REPT: (_run: Run, text: string, times: number) => {
    requireRoom(text.length * natural(times))
    return bounded(text.repeat(times))
  },
  SUBSTITUTE: substitute,
  REPLACE: replace,
  FIND: find,
  SEARCH: search,
  CONTAINS: (_run: Run, text: string, part: string) => fold(text).includes(fold(part)),
  STARTSWITH: (_run: Run, text: string, part: string) => fold(text).startsWith(fold(part)),
  ENDSWITH: (_run: Run, text: string, part: string) => fold(text).endsWith(fold(part)),
  EXACT: (_run: Run, one: string, other: string) => one === other,
  VALUE: (_run: Run, value: Value) => {
    if (typeof value === 'boolean') throw new Fault(NOT_A_NUMBER)
    return typeof value === 'string' ? numberOfText(value) : load(value)
  },
  NUMBERVALUE: numberValue,
  FIXED: fixed,
  UNICHAR: unicodeCharacter,
  UNICODE: (_run: Run, text: string) => {
    const code = text.codePointAt(0)
    if (code === undefined) throw new Fault(WRONG_ARGUMENT)
    return new Decimal(code)
  },
}
