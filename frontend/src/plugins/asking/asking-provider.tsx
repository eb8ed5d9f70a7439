/** Holds a question while it is put together: what it comes to, why it is refused, which part is in hand. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'

import { text } from '@/core/i18n/text'
import type { Pill } from '@/core/query/field-tree'
import { moved, put, type ShelfPlace, type Shelves } from '@/core/query/shelves'
import type { Query } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import type { Definition } from '@/shared/definition/definition'
import { answerQuery } from '@/shared/reports/ask'
import { useLocale } from '@/ui/locale/interface-language'

import { AskingContext, type Asking } from './asking-context'
import { DragShelves, type Dragged } from './drag-shelves'
import { askedBy, rearranged, type Exploration } from './exploration'
import { isAheadOf } from './release-ids'

interface AskingProviderProps {
  readonly app: string
  /** The documents questions are made of: those in use, or those of a draft. */
  readonly definition: Definition
  /** What is in use, where `definition` may be ahead of it. */
  readonly released?: Definition | undefined
  readonly exploration: Exploration
  readonly onChange: (exploration: Exploration) => void
  readonly children: ReactNode
}

const NO_QUERY: Query = { measures: [] }

export function AskingProvider({ app, definition, released, exploration, onChange, children }: AskingProviderProps) {
  const locale = useLocale()
  const [selected, select] = useState<string | null>(null)
  const { entities } = definition
  const asked = useMemo(() => askedBy(entities, exploration), [entities, exploration])
  const isAhead = asked !== null && released !== undefined && isAheadOf(released, asked.query)
  const { error } = useQuery({ ...answerQuery(app, asked?.query ?? NO_QUERY, locale), enabled: asked !== null && !isAhead })
  const change = (shelves: Shelves) => onChange(rearranged(entities, exploration, shelves))
  const asking: Asking = {
    app,
    definition,
    offered: offeredOf(definition),
    exploration,
    shelves: exploration.shelves,
    asked,
    isAhead,
    issues: error === null || asked === null ? [] : issuesOf(error),
    change,
    setChart: (chart) => onChange({ ...exploration, chart }),
    setDrill: (drill) => onChange({ ...exploration, drill }),
    selected,
    select,
  }
  const drop = ({ pill, from }: Dragged, place: ShelfPlace) => {
    if (pill !== undefined) change(put(exploration.shelves, place, pill))
    else if (from !== undefined) change(moved(entities, exploration.shelves, from, place))
  }
  const nameOf = ({ pill, name }: Dragged) => (pill === undefined ? (name ?? '') : pillName(pill, locale))
  return (
    <AskingContext value={asking}>
      <DragShelves nameOf={nameOf} onDrop={drop}>
        {children}
      </DragShelves>
    </AskingContext>
  )
}

function pillName({ field, entity }: Pill, locale: ReturnType<typeof useLocale>): string {
  return text(field?.label ?? entity.label, locale)
}

/** Entities one may read; in a draft rights are not told, and its designer may ask about all. */
function offeredOf({ entities, rights }: Definition) {
  const isTold = Object.keys(rights).length > 0
  return isTold ? entities.filter(({ name }) => rights[name]?.read === true) : entities
}
