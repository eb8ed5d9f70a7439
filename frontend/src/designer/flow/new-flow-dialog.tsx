/** What must be known before a flow can be made: whose records, and for an approval who approves. */
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Who } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { useOnce } from '../drafting/use-once'
import { designerAddress } from '../frame/places'
import { Property } from '../inspector/property'
import { allOf } from './documents'
import styles from './flow.module.css'

interface NewFlowDialogProps {
  readonly app: string
  readonly onClose: () => void
  readonly isApproval: boolean
}

export function NewFlowDialog({ app, onClose, isApproval }: NewFlowDialogProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { draft, edit, isSaving } = useDrafting()
  const entities = allOf(draft, 'entities')
  const [entity, setEntity] = useState(entities[0]?.id)
  const [label, setLabel] = useState('')
  const [who, setWho] = useState('superior')
  const sources = ['superior', 'department_head'].map((source) => ({ value: source, label: t(`flowdesign:who.${source}`) }))
  const roles = allOf(draft, 'roles').map((role) => ({ value: role.id, label: text(role.label, locale) }))
  const create = useOnce(async () => {
    if (entity === undefined) return
    const before = new Set(allOf(draft, 'flows').map(({ id }) => id))
    const words = label.trim() === '' ? {} : { label: { [documentLanguage(locale)]: label.trim() } }
    const approval = isApproval ? { template: 'approval', approvers: [sourceOf(who)] } : {}
    const after = await edit('add_flow', { entity, ...words, ...approval })
    const made = after && allOf(after, 'flows').find(({ id }) => !before.has(id))
    if (!made) return
    onClose()
    await navigate(designerAddress(app, `flows/${made.name}.json`))
  })
  const kind = isApproval ? 'approval' : 'flow'
  return (
    <Modal
      open
      width={440}
      title={t(`flowdesign:new.${kind}`)}
      okText={t('flowdesign:new.create')}
      okButtonProps={{ disabled: entity === undefined, loading: isSaving }}
      onOk={create}
      onCancel={onClose}
    >
      <form
        className={styles['newFlow']}
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <p className={styles['about']}>{t(entities.length === 0 ? 'flowdesign:new.none' : `flowdesign:new.${kind}.hint`)}</p>
        <Property title={t('flowdesign:new.entity')}>
          {({ id }) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              value={entity ?? null}
              options={entities.map((each) => ({ value: each.id, label: text(each.label, locale) }))}
              onChange={(chosen: string) => setEntity(chosen)}
            />
          )}
        </Property>
        {isApproval && (
          <Property title={t('flowdesign:new.who')}>
            {({ id }) => <Select id={id} value={who} options={[{ label: t('flowdesign:who.source'), options: sources }, { label: t('flowdesign:who.role'), options: roles }]} onChange={setWho} />}
          </Property>
        )}
        <Property title={t('flowdesign:new.label')}>{({ id }) => <Input id={id} maxLength={100} value={label} onChange={({ target }) => setLabel(target.value)} />}</Property>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Modal>
  )
}

function sourceOf(who: string): Who {
  return who === 'superior' || who === 'department_head' ? { source: who } : { source: 'role', role: who }
}
