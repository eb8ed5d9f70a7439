/** The records before and after this one in the list the person came from, and the way back there. */
import { useMemo } from 'react'

import type { RecordPlace } from '@/shared/records/one-record'
import { visitedList } from '@/shared/records/visited-list'

export interface Neighbours {
  /** Address of the list. */
  readonly back: string
  readonly previous: string | undefined
  readonly next: string | undefined
}

export function useNeighbours({ app, entity }: RecordPlace, id: string | null, otherwise: string): Neighbours {
  return useMemo(() => {
    const list = visitedList(app, entity)
    const at = list && id !== null ? list.ids.indexOf(id) : -1
    const address = (position: number) => {
      const neighbour = at < 0 ? undefined : list?.ids[position]
      return neighbour === undefined ? undefined : `/a/${app}/e/${entity}/${neighbour}`
    }
    return { back: list?.address ?? otherwise, previous: at > 0 ? address(at - 1) : undefined, next: address(at + 1) }
  }, [app, entity, id, otherwise])
}
