/** A new page: only its name is asked; it is at once in the navigation, for everybody who works with the app. */
import { Form, Input, Modal, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import type { Page } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { useOnce } from '../drafting/use-once'
import { designerAddress } from '../frame/places'
import { inFolder } from './page-context'

interface NewPageDialogProps {
  readonly app: string
  readonly onClose: () => void
}

export default function NewPageDialog({ app, onClose }: NewPageDialogProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const entry = useRef<InputRef>(null)
  const { draft, edit, isSaving } = useDrafting()
  const [label, setLabel] = useState('')
  const make = useOnce(async () => {
    if (label.trim() === '') return
    const known = new Set(inFolder<Page>(draft, 'pages').map(({ id }) => id))
    const after = await edit('add_page', { label: { [documentLanguage(locale)]: label.trim() } })
    const made = after && inFolder<Page>(after, 'pages').find(({ id }) => !known.has(id))
    if (!made) return
    onClose()
    await navigate(designerAddress(app, `pages/${made.name}.json`))
  })
  return (
    <Modal
      open
      title={t('viewdesign:page.new')}
      okText={t('viewdesign:new.make')}
      okButtonProps={{ disabled: label.trim() === '', loading: isSaving }}
      cancelText={t('common:cancel')}
      onOk={make}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && entry.current?.focus()}
    >
      <Form layout="vertical">
        <Form.Item label={t('viewdesign:page.label')} htmlFor="new-page-label" required>
          <Input id="new-page-label" ref={entry} value={label} maxLength={100} placeholder={t('viewdesign:page.example')} onChange={({ target }) => setLabel(target.value)} onPressEnter={make} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
