/** The expression of a condition that was clicked together; rows that are not finished are left out. */
import { printName, printText } from '@/core/expressions/print'

import { needsValue, type Comparison } from './comparisons'
import type { Group, Operand, Row } from './condition'

const OPERATORS: Readonly<Partial<Record<Comparison, string>>> = { equals: '=', not_equals: '<>', greater: '>', at_least: '>=', less: '<', at_most: '<=' }
const DAY = /^(\d+)-(\d+)-(\d+)$/

/** Empty where nothing is finished. */
export function conditionText(group: Group): string {
  return joined(group, true)
}

export function isFinished({ name, comparison, operand }: Row): boolean {
  if (name === '') return false
  if (!needsValue(comparison)) return true
  return operand !== undefined && !(operand.kind === 'texts' && operand.texts.length === 0)
}

function joined({ isAll, parts }: Group, isOutermost: boolean): string {
  const texts = parts.map((part) => (part.kind === 'group' ? joined(part, false) : isFinished(part) ? rowText(part) : '')).filter((text) => text !== '')
  const [only] = texts
  if (texts.length < 2) return isOutermost ? unwrapped(only ?? '') : (only ?? '')
  const text = texts.join(isAll ? ' AND ' : ' OR ')
  return isOutermost ? text : `(${text})`
}

/** A single part needs no brackets of its own. */
function unwrapped(text: string): string {
  return text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1) : text
}

function rowText({ name, comparison, operand }: Row): string {
  const field = printName(name.split('.'))
  const value = operand === undefined ? '' : operandText(operand)
  switch (comparison) {
    case 'filled':
      return `NOT(ISBLANK(${field}))`
    case 'empty':
      return `ISBLANK(${field})`
    case 'yes':
      return `${field} = TRUE`
    case 'no':
      return `${field} = FALSE`
    case 'contains':
      return `CONTAINS(${field}, ${value})`
    case 'not_contains':
      return `NOT(CONTAINS(${field}, ${value}))`
    case 'starts':
      return `STARTSWITH(${field}, ${value})`
    case 'has':
      return `COUNTIF(${field}, ${value}) > 0`
    case 'has_not':
      return `COUNTIF(${field}, ${value}) = 0`
    case 'any_of':
      return anyOf(field, operand)
    default:
      return `${field} ${OPERATORS[comparison] ?? '='} ${value}`
  }
}

function anyOf(field: string, operand: Operand | undefined): string {
  const texts = operand?.kind === 'texts' ? operand.texts : operand?.kind === 'text' ? [operand.text] : []
  const each = texts.map((text) => `${field} = ${printText(text)}`)
  return each.length === 1 ? (each[0] ?? '') : `(${each.join(' OR ')})`
}

export function operandText(operand: Operand): string {
  switch (operand.kind) {
    case 'text':
      return printText(operand.text)
    case 'texts':
      return operand.texts.map(printText).join(', ')
    case 'number':
      return operand.number
    case 'day':
      return dayText(operand.day)
    case 'today':
      return todayText(operand.days)
    case 'me':
      return 'CURRENT_USER()'
    case 'name':
      return printName(operand.name.split('.'))
  }
}

function dayText(day: string): string {
  const [, year, month, date] = DAY.exec(day) ?? []
  return `DATE(${Number(year)}, ${Number(month)}, ${Number(date)})`
}

function todayText(days: number): string {
  if (days === 0) return 'TODAY()'
  return days > 0 ? `TODAY() + ${days}` : `TODAY() - ${-days}`
}
