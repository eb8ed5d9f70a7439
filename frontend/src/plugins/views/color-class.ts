/** The classes that give a row, a card or a value the colour of its rule, in light and in dark. */
import type { RecordColor } from './record-colors'
import styles from './views.module.css'

export function colorClass(color: RecordColor | undefined, of: 'row' | 'cell'): string {
  if (color === undefined) return ''
  return `${styles[color] ?? ''} ${styles[of === 'row' ? 'coloredRow' : 'coloredCell'] ?? ''}`
}
