/** Shows the records of a view as its kind says: rows, groups of rows, lanes, days or pictures; cards on a phone. */
import { Grid } from 'antd'
import { lazy, Suspense, useMemo } from 'react'

import { Loading } from '@/ui/feedback/loading'

import { layoutOf } from './layout'
import type { PictureProps } from './picture-props'
import { RecordCards } from './record-cards'
import { coloredList } from './record-colors'
import type { SortKey } from './sort-key'

// Each is wanted by few lists; the grid library alone is larger than all the rest of a page.
const RecordGrid = lazy(() => import('./record-grid').then(({ RecordGrid: Component }) => ({ default: Component })))
const GroupedGrid = lazy(() => import('./grouped-grid').then(({ GroupedGrid: Component }) => ({ default: Component })))
const Kanban = lazy(() => import('./kanban').then(({ Kanban: Component }) => ({ default: Component })))
const Calendar = lazy(() => import('./calendar').then(({ Calendar: Component }) => ({ default: Component })))
const Gallery = lazy(() => import('./gallery').then(({ Gallery: Component }) => ({ default: Component })))

interface RecordPictureProps extends PictureProps {
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: readonly SortKey[]) => void
}

export function RecordPicture({ sort, onSort, ...given }: RecordPictureProps) {
  const { list, view } = given
  const props = { ...given, list: useMemo(() => coloredList(list, view), [list, view]) }
  return (
    <Suspense fallback={<Loading />}>
      <Drawn {...props} sort={sort} onSort={onSort} />
    </Suspense>
  )
}

function Drawn({ sort, onSort, ...props }: RecordPictureProps) {
  const isPhone = Grid.useBreakpoint().md === false
  const { kind, lane, start, end, picture, groups } = layoutOf(props.entity, props.view)
  if (kind === 'kanban' && lane) return <Kanban {...props} lane={lane} />
  if (kind === 'calendar' && start) return <Calendar {...props} start={start} end={end} />
  if (kind === 'gallery') return <Gallery {...props} picture={picture} />
  if (groups) return <GroupedGrid {...props} levels={groups} />
  return isPhone ? <RecordCards {...props} /> : <RecordGrid {...props} sort={sort} onSort={onSort} />
}
