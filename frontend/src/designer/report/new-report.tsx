/** A new report: named once, at first counting records of one kind, and then put together in its designer. */
import { Form, Input, Modal, Select, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import { newDocumentId } from '@/shared/reports/apply'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn, type Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useOnce } from '../drafting/use-once'
import { designerAddress } from '../frame/places'

interface NewReportProps {
  readonly app: string
  readonly onClose: () => void
}

export default function NewReport({ app, onClose }: NewReportProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { draft, edit } = useDrafting()
  const entities = documentsIn<Entity>(draft, 'entities')
  const [label, setLabel] = useState('')
  const input = useRef<InputRef>(null)
  const [home, setHome] = useState(entities[0]?.id)
  const entity = entities.find(({ id }) => id === home)
  const isReady = label.trim() !== '' && entity !== undefined
  const save = useOnce(async () => {
    if (!isReady) return
    const id = newDocumentId('rpt')
    const after = await edit('add_report', { id, label: labelIn(label.trim(), locale), ...countOf(entity) })
    const file = after === null ? undefined : fileOf(after, id)
    if (file === undefined) return
    onClose()
    await navigate(designerAddress(app, file))
  })
  return (
    <Modal open afterOpenChange={(isOpen) => isOpen && input.current?.focus()} title={t('explore:report.new')} okText={t('explore:report.new.save')} okButtonProps={{ disabled: !isReady }} cancelText={t('common:cancel')} onOk={save} onCancel={onClose}>
      <Form layout="vertical">
        <Form.Item label={t('explore:report.label')} htmlFor="new-report" required>
          <Input ref={input} id="new-report" value={label} maxLength={100} onChange={({ target }) => setLabel(target.value)} onPressEnter={save} />
        </Form.Item>
        <Form.Item label={t('explore:report.new.about')} htmlFor="new-report-home" help={t('explore:report.new.hint')}>
          <Select id="new-report-home" value={home ?? null} options={entities.map((each) => ({ value: each.id, label: text(each.label, locale, each.name) }))} onChange={setHome} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

/** How many records there are: an answer at once, to go on from. */
function countOf({ id, name, label }: Entity) {
  const figure = `${name}_count`.slice(0, 40)
  return { query: { measures: [{ id: figure, label, home: id, aggregate: 'count' }] }, chart: { kind: 'number', value: figure } }
}

/** The words in the language they were typed in, and for now in the other one as well. */
function labelIn(words: string, locale: ReturnType<typeof useLocale>) {
  const language = documentLanguage(locale)
  return { [language]: words, [language === 'zh' ? 'en' : 'zh']: words }
}

function fileOf(draft: Draft, id: string): string | undefined {
  return Object.entries(draft.documents).find(([, document]) => document.id === id)?.[0]
}
