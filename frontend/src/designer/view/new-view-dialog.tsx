/** A new list: of what, called what, shown how. Everything else is proposed and can be changed on its canvas. */
import { Form, Input, Modal, Segmented, Select, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import type { ViewKind } from '@/plugins/views/layout'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useOnce } from '../drafting/use-once'
import { designerAddress } from '../frame/places'
import { newViewAfter } from './new-view'

const KINDS: readonly ViewKind[] = ['grid', 'kanban', 'calendar', 'gallery']

interface NewViewDialogProps {
  readonly app: string
  /** Without one, the person chooses. */
  readonly entity?: string
  readonly onClose: () => void
}

export default function NewViewDialog({ app, entity: given, onClose }: NewViewDialogProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { draft, edit, isSaving } = useDrafting()
  const entities = documentsIn<Entity>(draft, 'entities')
  const [entity, setEntity] = useState(given ?? entities[0]?.id)
  const entry = useRef<InputRef>(null)
  const [label, setLabel] = useState('')
  const [kind, setKind] = useState<ViewKind>('grid')
  const make = useOnce(async () => {
    if (label.trim() === '' || entity === undefined) return
    const made = newViewAfter(draft, await edit('add_view', { entity, label: { [documentLanguage(locale)]: label.trim() }, kind }))
    if (made === undefined) return
    onClose()
    await navigate(designerAddress(app, `views/${made.name}.json`))
  })
  return (
    <Modal
      open
      title={t('viewdesign:new')}
      okText={t('viewdesign:new.make')}
      okButtonProps={{ disabled: label.trim() === '' || entity === undefined, loading: isSaving }}
      cancelText={t('common:cancel')}
      onOk={make}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && entry.current?.focus()}
    >
      <Form layout="vertical">
        {given === undefined && (
          <Form.Item label={t('viewdesign:new.entity')} htmlFor="new-view-entity">
            <Select id="new-view-entity" value={entity ?? null} options={entities.map((each) => ({ value: each.id, label: text(each.label, locale, each.name) }))} onChange={setEntity} />
          </Form.Item>
        )}
        <Form.Item label={t('viewdesign:label')} htmlFor="new-view-label" required>
          <Input id="new-view-label" ref={entry} value={label} maxLength={100} placeholder={t('viewdesign:new.example')} onChange={({ target }) => setLabel(target.value)} onPressEnter={make} />
        </Form.Item>
        <Form.Item label={t('viewdesign:kind')} help={t(`viewdesign:kind.${kind}.hint`)}>
          <Segmented<ViewKind> block aria-label={t('viewdesign:kind')} value={kind} options={KINDS.map((value) => ({ value, label: t(`views:kind.${value}`) }))} onChange={setKind} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
