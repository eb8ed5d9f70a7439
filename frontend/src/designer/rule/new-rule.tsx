/** A new decision table: what is looked at is picked, what it says is named. */
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity, RuleOutput } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useOnce } from '../drafting/use-once'
import { designerAddress } from '../frame/places'
import { Property } from '../inspector/property'
import styles from './rule.module.css'

interface NewRuleProps {
  readonly app: string
  readonly onClose: () => void
}

const RESULTS: readonly RuleOutput['result'][] = ['text', 'number', 'boolean', 'date']
const UNASKED: ReadonlySet<string> = new Set(['lines', 'attachment', 'sequence'])

export default function NewRule({ app, onClose }: NewRuleProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { draft, edit, isSaving } = useDrafting()
  const entities = documentsIn<Entity>(draft, 'entities')
  const [entity, setEntity] = useState(entities[0]?.id)
  const [fields, setFields] = useState<readonly string[]>([])
  const [label, setLabel] = useState('')
  const [output, setOutput] = useState('')
  const [result, setResult] = useState<RuleOutput['result']>('text')
  const asked = entities.find(({ id }) => id === entity)?.fields.filter(({ type }) => !UNASKED.has(type)) ?? []
  const inLanguage = (words: string) => ({ [documentLanguage(locale)]: words.trim() })
  const create = useOnce(async () => {
    if (entity === undefined) return
    const words = label.trim() === '' ? {} : { label: inLanguage(label) }
    const outputs = [{ label: inLanguage(output.trim() === '' ? t('rules:new.result') : output), result }]
    const after = await edit('add_rule', { entity, ...words, fields, outputs })
    const file = Object.keys(after?.documents ?? {}).find((each) => each.startsWith('rules/') && draft.documents[each] === undefined)
    if (file === undefined) return
    onClose()
    await navigate(designerAddress(app, file))
  })
  return (
    <Modal open width={460} title={t('rules:new')} okText={t('rules:new.create')} okButtonProps={{ disabled: entity === undefined, loading: isSaving }} onOk={create} onCancel={onClose}>
      <div className={styles['newRule']}>
        <Property title={t('rules:new.entity')}>
          {({ id }) => (
            <Select
              id={id}
              value={entity ?? null}
              showSearch={{ optionFilterProp: 'label' }}
              options={entities.map((each) => ({ value: each.id, label: text(each.label, locale) }))}
              onChange={(chosen: string) => {
                setEntity(chosen)
                setFields([])
              }}
            />
          )}
        </Property>
        <Property title={t('rules:new.fields')} hint={t('rules:new.fieldsHint')}>
          {({ id, describedBy }) => (
            <Select
              id={id}
              mode="multiple"
              aria-describedby={describedBy}
              showSearch={{ optionFilterProp: 'label' }}
              value={[...fields]}
              options={asked.map((field) => ({ value: field.id, label: text(field.label, locale) }))}
              onChange={setFields}
            />
          )}
        </Property>
        <Property title={t('rules:new.output')}>{({ id }) => <Input id={id} maxLength={100} value={output} placeholder={t('rules:new.result')} onChange={({ target }) => setOutput(target.value)} />}</Property>
        <Property title={t('rules:new.kind')}>{({ id }) => <Select id={id} value={result} options={RESULTS.map((value) => ({ value, label: t(`rules:result.${value}`) }))} onChange={setResult} />}</Property>
        <Property title={t('rules:new.label')}>{({ id }) => <Input id={id} maxLength={100} value={label} onChange={({ target }) => setLabel(target.value)} onPressEnter={create} />}</Property>
      </div>
    </Modal>
  )
}
