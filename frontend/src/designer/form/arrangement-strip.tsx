/** How the sections will be led through: as tabs or as steps; each leads to its section on the canvas. */
import { useTranslation } from 'react-i18next'

import type { Form } from '@/generated/metadata'

import styles from './form.module.css'
import { isChosen, useCanvas, useCanvasActions } from './selection'

export function ArrangementStrip({ form }: { readonly form: Form }) {
  const { t } = useTranslation()
  const { chosen, language } = useCanvas()
  const { choose } = useCanvasActions()
  if (form.arrangement !== 'tabs' && form.arrangement !== 'steps') return null
  const go = (id: string) => {
    choose({ kind: 'section', id })
    document.querySelector(`[data-section="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }
  return (
    <nav className={styles['strip']} data-arrangement={form.arrangement} aria-label={t(`forms:arrangement.${form.arrangement}`)}>
      {form.layout.map(({ id, label }, index) => (
        <button
          key={id}
          type="button"
          className={styles['stripPart']}
          aria-pressed={isChosen(chosen, 'section', id)}
          onClick={(event) => {
            event.stopPropagation()
            go(id)
          }}
        >
          {form.arrangement === 'steps' && (
            <span className={styles['stepNumber']} aria-hidden>
              {index + 1}
            </span>
          )}
          {label?.[language] ?? Object.values(label ?? {})[0] ?? t('forms:arrangement.part', { n: index + 1 })}
        </button>
      ))}
    </nav>
  )
}
