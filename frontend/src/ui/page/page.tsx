/** The frame of a page's content; `wide` for lists and boards that use the whole width. */
import type { ReactNode } from 'react'

import styles from './page.module.css'

interface PageProps {
  readonly children: ReactNode
  readonly wide?: boolean
}

export function Page({ children, wide = false }: PageProps) {
  return <div className={wide ? styles['wide'] : styles['page']}>{children}</div>
}
