/** The first rows of the sheet as they are, the header among them marked. */
import { useTranslation } from 'react-i18next'

import type { Import } from './import-state'
import styles from './transfer.module.css'

interface Cell {
  readonly at: string
  readonly text: string
}

/** Cells by their place in the row; the first few dozen columns are enough. */
function cellsOf(texts: readonly string[]): readonly Cell[] {
  return texts.slice(0, 40).map((text, index) => ({ at: index.toString(36), text }))
}

export function SheetPreview({ found }: { readonly found: Import }) {
  const { t } = useTranslation()
  const { header_row: first, header_rows: count } = found
  const rows = found.preview.map((texts, index) => ({ number: index + 1, cells: cellsOf(texts) }))
  const isHeader = (row: number) => row >= first && row < first + count
  return (
    // Wider than the page as a rule: the keyboard scrolls it too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['preview']} role="region" tabIndex={0} aria-label={t('transfer:preview')}>
      <table>
        <tbody>
          {rows.map(({ number, cells }) => (
            <tr key={number} className={isHeader(number) ? styles['headerRow'] : undefined}>
              <th scope="row">{number}</th>
              {cells.map(({ at, text }) => (
                <td key={at} title={text}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
