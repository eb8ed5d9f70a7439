/** What a number shows: the whole, what it was before, and the course it took. */
import { changeRatio } from '@/core/query/figure'
import { dimensionsOf, grandTotal, numberOf, type Answer, type AnswerRow } from '@/core/query/answer'
import type { NumberChart } from '@/generated/metadata'

export interface Reading {
  /** Row of the number; by periods without a total, that of the last period. */
  readonly row: AnswerRow | undefined
  /** Set where the number is only that of the last period. */
  readonly isLastPeriod: boolean
  readonly before: unknown
  readonly change: string | null
  readonly course: readonly (number | null)[]
}

export function readingOf(answer: Answer, chart: NumberChart): Reading {
  const isWhole = dimensionsOf(answer).length === 0
  const total = isWhole ? answer.rows[0] : grandTotal(answer)
  const row = total ?? answer.rows.at(-1)
  const before = earlierRow(answer, row)?.[chart.value] ?? null
  return {
    row,
    isLastPeriod: total === undefined && row !== undefined,
    before,
    change: changeRatio(row?.[chart.value], before),
    course: isWhole || chart.trend === undefined ? [] : answer.rows.map((each) => numberOf(each, chart.value)),
  }
}

/** The compared row with the same members: for a total that is the row without any. */
function earlierRow(answer: Answer, row: AnswerRow | undefined): AnswerRow | undefined {
  const dimensions = dimensionsOf(answer).map(({ id }) => id)
  const members = (each: AnswerRow) => dimensions.map((id) => (id in each ? String(each[id]) : '')).join('\u0000')
  return answer.comparison?.find((each) => row !== undefined && members(each) === members(row))
}

export type Mood = 'good' | 'bad' | 'calm'

/** Whether a change is welcome. */
export function moodOf(change: string | null, good: NumberChart['good'] = 'up'): Mood {
  const ratio = Number(change ?? '0')
  if (ratio === 0 || good === 'neither') return 'calm'
  return ratio > 0 === (good === 'up') ? 'good' : 'bad'
}

/** Points of a line through a course, in a box of 100 by 28; gaps break it. */
export function sparkline(course: readonly (number | null)[]): string {
  const known = course.filter((value) => value !== null)
  if (known.length < 2) return ''
  const [least, most] = [Math.min(0, ...known), Math.max(...known)]
  const height = most - least || 1
  let isDown = false
  return course
    .flatMap((value, at) => {
      if (value === null) {
        isDown = false
        return []
      }
      const step = `${isDown ? 'L' : 'M'}${((at / (course.length - 1)) * 100).toFixed(2)} ${(26 - ((value - least) / height) * 24).toFixed(2)}`
      isDown = true
      return [step]
    })
    .join('')
}
