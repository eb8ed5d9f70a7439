/** What a kind of chart says about itself: the shelves it has, whether they are filled, and how it is drawn. */
import type { EChartsCoreOption } from 'echarts/core'

import type { Locale } from '@/core/i18n/locale'
import type { Answer, AnswerRow } from '@/core/query/answer'
import type { MemberWords } from '@/core/query/member'
import type { Chart, Query } from '@/generated/metadata'

/** A place on a chart that takes dimensions or figures. */
export interface Shelf {
  /** Property of the chart document that names what lies on it. */
  readonly key: string
  readonly takes: 'dimension' | 'measure'
  readonly least: number
  readonly most: number
}

/** Colours and widths to draw with; all else of the look is the same everywhere. */
export interface ChartLook {
  readonly text: string
  readonly quiet: string
  readonly rule: string
  readonly surface: string
  readonly series: readonly string[]
  readonly font: string
}

/** Everything a drawing depends on besides the chart document and the answer. */
export interface ChartSurroundings {
  readonly locale: Locale
  readonly words: MemberWords
  readonly look: ChartLook
  /** Room there is, in pixels. */
  readonly width: number
  readonly height: number
}

export interface Drawn<C> {
  readonly chart: C
  readonly query: Query
  readonly answer: Answer
  readonly surroundings: ChartSurroundings
}

/** What a mark stands for; put into the marks as `picked` so that a click knows. */
export interface Picked {
  readonly measure: string
  readonly row: AnswerRow
  /** Dimension whose member a click chooses. */
  readonly dimension?: string | undefined
}

export interface ChartSpec<C extends Chart = Chart> {
  readonly kind: C['kind']
  readonly shelves: readonly Shelf[]
  /** Paths of a small drawing of it, in a box of 32 by 24. */
  readonly sketch: readonly string[]
  /** How many figures and dimensions it is good for; the better the closer to 1, 0 where it does not fit. */
  readonly fit: (shape: QueryShape) => number
  /** The chart document for a question of this shape; only asked where it fits. */
  readonly propose: (shape: QueryShape) => C
  /** For kinds drawn on a canvas. */
  readonly option?: (drawn: Drawn<C>) => EChartsCoreOption
  /** Name of a map that must be there before drawing. */
  readonly map?: (chart: C) => string | undefined
}

/** What a question is made of, by ids. */
export interface QueryShape {
  readonly measures: readonly string[]
  readonly dimensions: readonly string[]
  /** Those of the dimensions that are periods. */
  readonly dates: readonly string[]
  /** Those that look like provinces. */
  readonly provinces: readonly string[]
  /** The dimension put on the shelf of colours or columns. */
  readonly across?: string | undefined
  /** Whether it was put on the shelf of columns, as for a table. */
  readonly isPivot?: boolean
}
