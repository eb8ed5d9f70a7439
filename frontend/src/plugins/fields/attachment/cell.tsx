/** Shows uploaded files: their number in a list, cards on a form. */
import { PaperClipOutlined } from '@ant-design/icons'
import { lazy, Suspense } from 'react'

import { isStoredFile } from '@/core/values/value'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'

// Previews are heavy, and a list never shows them.
const StoredFiles = lazy(() => import('../stored-files'))

export function Cell({ value, isFull }: FieldCellProps<'attachment'>) {
  const files = Array.isArray(value) ? value.filter(isStoredFile) : []
  if (isFull) {
    return (
      <Suspense>
        <StoredFiles files={files} />
      </Suspense>
    )
  }
  const count = Array.isArray(value) ? value.length : 0
  return (
    <span className={styles['line']} title={files.map(({ name }) => name).join('\n')}>
      <PaperClipOutlined aria-hidden /> {files.length === 1 ? files[0]?.name : count}
    </span>
  )
}
