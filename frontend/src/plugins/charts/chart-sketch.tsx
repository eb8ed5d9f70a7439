/** A small drawing of a kind of chart, as its spec says. */
import type { Chart } from '@/generated/metadata'

import styles from './charts.module.css'
import { specOf } from './spec-of'

export function ChartSketch({ kind }: { readonly kind: Chart['kind'] }) {
  return (
    <svg viewBox="0 0 32 24" width="32" height="24" className={styles['sketch']} aria-hidden>
      {specOf(kind).sketch.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}
