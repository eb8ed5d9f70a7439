/** A new entity needs nothing but a label; everything else comes with it and can be changed. */
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import type { Entity } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useOnce } from '../drafting/use-once'
import { Property } from '../inspector/property'
import { typedLanguage } from './entity-draft'
import styles from './entity.module.css'
import { FocusedInput } from './focused-input'

/** `onDone` gets the name of what was made; null where the person changed their mind. */
export function NewEntityDialog({ onDone }: { readonly onDone: (name: string | null) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit, isSaving } = useDrafting()
  const [label, setLabel] = useState('')
  const make = useOnce(async () => {
    if (label.trim() === '') return
    const before = new Set(documentsIn<Entity>(draft, 'entities').map(({ id }) => id))
    const after = await edit('add_entity', { label: { [typedLanguage(draft, documentLanguage(locale))]: label.trim() } })
    const made = after && documentsIn<Entity>(after, 'entities').find(({ id }) => !before.has(id))
    if (made) onDone(made.name)
  })
  return (
    <Modal
      open
      width={440}
      title={t('entities:new.title')}
      okText={t('entities:new.make')}
      okButtonProps={{ disabled: label.trim() === '', loading: isSaving }}
      onOk={make}
      onCancel={() => onDone(null)}
    >
      <form
        className={styles['dialog']}
        onSubmit={(event) => {
          event.preventDefault()
          make()
        }}
      >
        <Property title={t('entities:new.label')} hint={t('entities:new.hint')}>
          {({ id }) => <FocusedInput id={id} placeholder={t('entities:new.placeholder')} value={label} onChange={setLabel} />}
        </Property>
      </form>
    </Modal>
  )
}
