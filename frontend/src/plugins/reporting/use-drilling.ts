/** Going down from members of a picture and back up: the question and picture of the level, and the ways from a member. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { columnOf, isOthers, type Answer } from '@/core/query/answer'
import { drilledChart, drilledQuery, type DrillStep } from '@/core/query/drilling'
import { fieldAt } from '@/core/query/field-tree'
import { finerLevels, freeLevels, setLevels } from '@/core/query/levels'
import { memberTitle } from '@/core/query/member'
import type { Chart, DrillPath, Query, QueryDimension } from '@/generated/metadata'
import type { Picked } from '@/plugins/charts/chart-spec'
import type { WayDown } from '@/plugins/charts/picture-props'
import { useMemberWords } from '@/plugins/charts/use-member-words'
import type { Definition } from '@/shared/definition/definition'
import { useLocale } from '@/ui/locale/interface-language'

interface Drillable {
  readonly definition: Definition
  readonly query: Query
  readonly chart: Chart
  readonly paths: readonly DrillPath[] | undefined
}

export interface Drilling {
  readonly query: Query
  readonly chart: Chart
  readonly steps: readonly DrillStep[]
  /** Back to before a step; 0 is where one began. */
  readonly backTo: (step: number) => void
  readonly waysFrom: (picked: Picked, answer: Answer) => readonly WayDown[]
}

const NO_PATHS: readonly DrillPath[] = []

export function useDrilling({ definition, query, chart, paths = NO_PATHS }: Drillable): Drilling {
  const { t } = useTranslation()
  const locale = useLocale()
  const words = useMemberWords()
  const { steps, setSteps } = useSteps(query)
  const { entities } = definition
  const drilled = drilledQuery(entities, query, steps)
  const go = (step: DrillStep) => setSteps([...steps, step])
  const levelName = (level: QueryDimension) => (level.grain !== undefined && level.label === undefined ? t(`reports:grain.${level.grain}`) : nameOf(level))
  const nameOf = ({ label, grain, ...place }: QueryDimension) => {
    const name = text(label ?? fieldAt(entities, place)?.label, locale, place.field)
    return grain === undefined ? name : `${name} · ${t(`reports:grain.${grain}`)}`
  }
  const waysFrom = ({ row, dimension: id }: Picked, answer: Answer): readonly WayDown[] => {
    const from = drilled.dimensions?.find((each) => each.id === id)
    const column = id === undefined ? undefined : columnOf(answer, id)
    if (from === undefined || column === undefined || isOthers(row) || from.bins !== undefined) return []
    const member = row[from.id] ?? null
    const title = memberTitle(row, column, locale, words)
    const way = (group: WayDown['group']) => (to: QueryDimension): WayDown => ({
      key: `${group} ${JSON.stringify([to.path, to.field, to.grain])}`,
      group,
      label: group === 'free' ? nameOf(to) : levelName(to),
      go: () => go({ from, member, title, to }),
    })
    const set = setLevels(paths, from)
    const finer = finerLevels(entities, from).filter((level) => !set.some(({ field, grain }) => field === level.field && grain === level.grain))
    const free = definition.explore === true ? freeLevels(entities, from, drilled.measures) : []
    return [...set.map(way('set')), ...finer.map(way('finer')), ...free.map(way('free'))]
  }
  return { query: drilled, chart: drilledChart(entities, chart, drilled), steps, backTo: (step) => setSteps(steps.slice(0, step)), waysFrom }
}

/** The steps gone, forgotten when another question is asked. */
function useSteps(query: Query) {
  const asked = JSON.stringify([query.measures, query.dimensions])
  const [state, setState] = useState<{ readonly asked: string; readonly steps: readonly DrillStep[] }>({ asked, steps: [] })
  if (state.asked !== asked) setState({ asked, steps: [] })
  return { steps: state.asked === asked ? state.steps : [], setSteps: (steps: readonly DrillStep[]) => setState({ asked, steps }) }
}
