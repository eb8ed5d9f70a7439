/** A question put together over the board it is for: named once, and done. */
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { relabelled } from '@/core/i18n/relabelled'
import type { Label, Report } from '@/generated/metadata'
import { AskingCanvas } from '@/plugins/asking/asking-canvas'
import { AskingInspector } from '@/plugins/asking/asking-inspector'
import { AskingProvider } from '@/plugins/asking/asking-provider'
import styles from '@/plugins/asking/asking.module.css'
import { askedBy, explorationOf, NOTHING_ASKED, type Asked } from '@/plugins/asking/exploration'
import { FieldPanel } from '@/plugins/asking/field-panel'
import { proposedLabel } from '@/plugins/asking/proposed-label'
import type { Definition } from '@/shared/definition/definition'
import { useLocale } from '@/ui/locale/interface-language'

const NEAR_THE_TOP = { top: 16 } as const

interface QuestionDialogProps {
  readonly app: string
  readonly definition: Definition
  readonly released?: Definition | undefined
  /** One that is changed; without it, a new one. */
  readonly report?: Report | undefined
  readonly onDone: (label: Label, asked: Asked) => void
  readonly onClose: () => void
}

export function QuestionDialog({ app, definition, released, report, onDone, onClose }: QuestionDialogProps) {
  const { t } = useTranslation()
  const language = documentLanguage(useLocale())
  const [exploration, change] = useState(() => (report === undefined ? NOTHING_ASKED : explorationOf(report)))
  const [label, setLabel] = useState<Label>(report?.label ?? {})
  const asked = askedBy(definition.entities, exploration)
  const proposed = asked === null ? {} : proposedLabel(definition.entities, asked)
  const words = Object.keys(label).length === 0 ? proposed : label
  const done = () => asked !== null && onDone(words, asked)
  return (
    <Modal open style={NEAR_THE_TOP} width="min(1480px, 96vw)" title={t(report === undefined ? 'dashboards:question.new' : 'dashboards:question.edit')} okText={t(report === undefined ? 'dashboards:question.add' : 'dashboards:question.done')} okButtonProps={{ disabled: asked === null }} cancelText={t('common:cancel')} onOk={done} onCancel={onClose} destroyOnHidden>
      <AskingProvider app={app} definition={definition} released={released} exploration={exploration} onChange={change}>
        <Input
          className={styles['title'] ?? ''}
          aria-label={t('dashboards:question.label')}
          placeholder={proposed[language] ?? t('dashboards:question.label')}
          value={label[language] ?? ''}
          maxLength={100}
          onChange={({ target }) => setLabel(relabelled(label, language, target.value))}
        />
        <div className={styles['explorer']} data-inside="dialog">
          <div className={styles['boxed']}>
            <FieldPanel />
          </div>
          <AskingCanvas />
          <aside className={styles['boxed']} aria-label={t('explore:settings')}>
            <AskingInspector />
          </aside>
        </div>
      </AskingProvider>
    </Modal>
  )
}
