/** A titled part of what publishing would mean. */
import type { ReactNode } from 'react'

import styles from './publish.module.css'

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h3 className={styles['partTitle']}>{title}</h3>
      {children}
    </section>
  )
}
