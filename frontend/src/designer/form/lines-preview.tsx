/** Detail lines on the canvas: their columns, each of which can be chosen, over two blank rows. */
import { PlusOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

import type { DocumentLanguage } from '@/core/i18n/locale'
import type { Field } from '@/generated/metadata'

import styles from './form.module.css'
import { isChosen, useCanvas } from './selection'

interface LinesPreviewProps {
  readonly field: Extract<Field, { type: 'lines' }>
  readonly language: DocumentLanguage
}

export function LinesPreview({ field, language }: LinesPreviewProps) {
  const { t } = useTranslation()
  const { chosen, choose } = useCanvas()
  const columns = field.options.fields
  if (columns.length === 0) return <div className={styles['computed']}>{t('designer:lines.empty')}</div>
  return (
    <div className={styles['linesFrame']}>
      <div className={styles['lines']} style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(88px, 1fr))` }}>
        {columns.map(({ id, label, name, required }) => (
          <button
            key={id}
            type="button"
            className={styles['lineHead']}
            data-chosen={isChosen(chosen, 'field', id)}
            onClick={(event) => {
              event.stopPropagation()
              choose({ kind: 'field', id })
            }}
          >
            {label[language] ?? Object.values(label)[0] ?? name}
            {required === true && <span className={styles['star']}>*</span>}
          </button>
        ))}
        {columns.map(({ id }) => (
          <span key={id} className={styles['lineCell']} />
        ))}
      </div>
      <span className={styles['lineAdd']} aria-hidden>
        <PlusOutlined /> {t('designer:lines.add')}
      </span>
    </div>
  )
}
