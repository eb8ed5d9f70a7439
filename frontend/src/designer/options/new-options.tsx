/** A new option list from the overview of an app: its name, and its choices one a line. */
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import type { Options } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useOnce } from '../drafting/use-once'
import { designerAddress } from '../frame/places'
import { Property } from '../inspector/property'
import styles from './options.module.css'
import { pastedChoices } from './pasted-choices'

interface NewOptionsProps {
  readonly app: string
  readonly onClose: () => void
}

export default function NewOptions({ app, onClose }: NewOptionsProps) {
  const { t } = useTranslation()
  const language = documentLanguage(useLocale())
  const navigate = useNavigate()
  const { draft, edit, isSaving } = useDrafting()
  const [label, setLabel] = useState('')
  const [choices, setChoices] = useState('')
  const { languages } = appOf(draft)
  const inOrder = languages.includes(language) ? [language, ...languages.filter((each) => each !== language)] : languages
  const make = useOnce(async () => {
    const [words] = pastedChoices(label, inOrder)
    if (words === undefined) return
    const before = new Set(documentsIn<Options>(draft, 'options').map(({ id }) => id))
    const after = await edit('add_options', { label: words, choices: pastedChoices(choices, inOrder) })
    const made = after && documentsIn<Options>(after, 'options').find(({ id }) => !before.has(id))
    if (made) void navigate(designerAddress(app, `options/${made.name}.json`))
  })
  return (
    <Modal open width={440} title={t('options:new.title')} okText={t('options:new.make')} okButtonProps={{ disabled: label.trim() === '', loading: isSaving }} onOk={make} onCancel={onClose}>
      <form
        className={styles['dialog']}
        onSubmit={(event) => {
          event.preventDefault()
          make()
        }}
      >
        <Property title={t('options:label')}>{({ id }) => <Input id={id} maxLength={500} value={label} onChange={({ target }) => setLabel(target.value)} />}</Property>
        <Property title={t('options:choices')} hint={t('options:new.hint')}>
          {({ id, describedBy }) => <Input.TextArea id={id} aria-describedby={describedBy} autoSize={{ minRows: 4, maxRows: 12 }} value={choices} onChange={({ target }) => setChoices(target.value)} />}
        </Property>
      </form>
    </Modal>
  )
}
