/** Sizes of files as people read them. */
import { formatNumber } from './format'
import type { Locale } from './locale'

const UNITS = ['B', 'KB', 'MB', 'GB'] as const

export function formatSize(bytes: number, locale: Locale): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1)
  const amount = Math.round((bytes / 1024 ** power) * 10) / 10
  return `${formatNumber(amount, locale)} ${UNITS[power]}`
}
