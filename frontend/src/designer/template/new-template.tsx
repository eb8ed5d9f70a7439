/** A new message about records of an entity. */
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useOnce } from '../drafting/use-once'
import { designerAddress } from '../frame/places'
import { Property } from '../inspector/property'

interface NewTemplateProps {
  readonly app: string
  readonly onClose: () => void
}

export default function NewTemplate({ app, onClose }: NewTemplateProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { draft, edit, isSaving } = useDrafting()
  const entities = documentsIn<Entity>(draft, 'entities')
  const [entity, setEntity] = useState(entities[0]?.id)
  const [label, setLabel] = useState('')
  const create = useOnce(async () => {
    if (entity === undefined) return
    const words = label.trim() === '' ? {} : { label: { [documentLanguage(locale)]: label.trim() } }
    const after = await edit('add_template', { entity, ...words })
    const file = Object.keys(after?.documents ?? {}).find((each) => each.startsWith('templates/') && draft.documents[each] === undefined)
    if (file === undefined) return
    onClose()
    await navigate(designerAddress(app, file))
  })
  return (
    <Modal open width={440} title={t('messages:new')} okText={t('messages:new.create')} okButtonProps={{ disabled: entity === undefined, loading: isSaving }} onOk={create} onCancel={onClose}>
      <Property title={t('messages:new.entity')}>
        {({ id }) => <Select id={id} value={entity ?? null} options={entities.map((each) => ({ value: each.id, label: text(each.label, locale) }))} onChange={(chosen: string) => setEntity(chosen)} />}
      </Property>
      <Property title={t('messages:new.label')}>{({ id }) => <Input id={id} maxLength={100} value={label} onChange={({ target }) => setLabel(target.value)} onPressEnter={create} />}</Property>
    </Modal>
  )
}
