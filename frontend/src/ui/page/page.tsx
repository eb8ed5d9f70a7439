/** The frame of a page's content. */
import type { ReactNode } from 'react'

import styles from './page.module.css'

interface PageProps {
  readonly children: ReactNode
  /** Uses the whole width, for lists, forms and boards. */
  readonly wide?: boolean
  /** Is exactly as high as the window, for a grid that scrolls by itself. */
  readonly filling?: boolean
}

export function Page({ children, wide = false, filling = false }: PageProps) {
  const classes = [styles[wide ? 'wide' : 'page'], filling && styles['filling']]
  return <div className={classes.filter(Boolean).join(' ')}>{children}</div>
}
