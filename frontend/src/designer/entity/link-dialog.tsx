/** A link between two entities in words: which of the two chooses one of the other, and what the link is called. */
import { Modal, Radio, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn, entityWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { Property } from '../inspector/property'
import { typedLanguage } from './entity-draft'
import styles from './entity.module.css'
import { FocusedInput } from './focused-input'

interface LinkDialogProps {
  readonly from: string
  /** Without one it is chosen here. */
  readonly to: string | undefined
  /** The entity that got the link; null where the person changed their mind. */
  readonly onDone: (entity: string | null) => void
}

export function LinkDialog({ from, to: given, onDone }: LinkDialogProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit, isSaving } = useDrafting()
  const [to, setTo] = useState(given)
  const [isTurned, setTurned] = useState(false)
  const [label, setLabel] = useState('')
  const [isRequired, setRequired] = useState(false)
  const [source, target] = isTurned ? [to, from] : [from, to]
  const named = (id: string | undefined) => text(entityWithId(draft, id ?? '')?.label, locale, '…')
  const link = async () => {
    if (source === undefined || target === undefined) return
    const words = label.trim()
    const made = { entity: source, target, required: isRequired, ...(words !== '' && { label: { [typedLanguage(draft, documentLanguage(locale))]: words } }) }
    if (await edit('add_link', made)) onDone(source)
  }
  const ways = [false, true].map((turned) => {
    const [one, other] = turned ? [to, from] : [from, to]
    return { value: turned, label: t('entities:link.way', { one: named(one), other: named(other) }) }
  })
  return (
    <Modal
      open
      width={480}
      title={t('entities:link.title')}
      okText={t('entities:link.make')}
      okButtonProps={{ disabled: to === undefined, loading: isSaving }}
      onOk={() => void link()}
      onCancel={() => onDone(null)}
    >
      <form
        className={styles['dialog']}
        onSubmit={(event) => {
          event.preventDefault()
          void link()
        }}
      >
        {given === undefined && (
          <Property title={t('entities:link.target', { name: named(from) })}>
            {({ id }) => (
              <Select
                id={id}
                className={styles['full'] ?? ''}
                showSearch={{ optionFilterProp: 'label' }}
                value={to ?? null}
                options={documentsIn<Entity>(draft, 'entities').map((entity) => ({ value: entity.id, label: text(entity.label, locale, entity.name) }))}
                onChange={setTo}
              />
            )}
          </Property>
        )}
        {to !== undefined && to !== from && (
          <Radio.Group aria-label={t('entities:link.which')} className={styles['ways'] ?? ''} value={isTurned} options={ways} onChange={({ target: chosen }) => setTurned(chosen.value === true)} />
        )}
        <Property title={t('entities:link.label')} hint={t('entities:link.labelHint')}>
          {({ id }) => <FocusedInput id={id} value={label} placeholder={named(target)} onChange={setLabel} />}
        </Property>
        <Property title={t('designer:field.required')} isInline>
          {({ id }) => <Switch id={id} size="small" checked={isRequired} onChange={setRequired} />}
        </Property>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Modal>
  )
}
