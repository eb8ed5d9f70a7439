/** Things in their places on a board of 24 columns; on a narrow screen one below the other in reading order. */
import type { ReactNode } from 'react'

import styles from './board.module.css'
import { inReadingOrder, type Placed } from './places'

interface BoardProps<T extends Placed> {
  readonly placed: readonly T[]
  readonly render: (each: T) => ReactNode
}

export function Board<T extends Placed>({ placed, render }: BoardProps<T>) {
  return (
    <div className={styles['board']}>
      {inReadingOrder(placed).map((each) => (
        <div key={each.id} className={styles['place']} style={{ gridColumn: `${each.x + 1} / span ${each.w}`, gridRow: `${each.y + 1} / span ${each.h}` }}>
          {render(each)}
        </div>
      ))}
    </div>
  )
}
