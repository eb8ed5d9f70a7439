/** The frame of a block: its heading, and what it shows. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import styles from './page.module.css'

interface BlockFrameProps {
  readonly title: string
  /** Where its heading leads. */
  readonly to?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function BlockFrame({ title, to, actions, children }: BlockFrameProps) {
  return (
    <section className={styles['block']} aria-label={title}>
      <header className={styles['blockHead']}>
        <h2 className={styles['blockTitle']}>{to === undefined ? title : <Link to={to}>{title}</Link>}</h2>
        {actions}
      </header>
      <div className={styles['blockBody']}>{children}</div>
    </section>
  )
}
