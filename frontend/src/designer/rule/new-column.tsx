/** Adding a condition over a field of the record, or a further result. */
import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Rule } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { entityWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'

const RESULTS = ['text', 'number', 'boolean', 'date'] as const

export function NewColumn({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const fields = entityWithId(draft, rule.entity)?.fields.filter(({ type }) => type !== 'lines' && type !== 'attachment') ?? []
  const addInput = (id: string) => {
    const field = fields.find((each) => each.id === id)
    if (field) void edit('add_rule_input', { rule: rule.id, label: field.label, expression: field.name })
  }
  const addOutput = (result: string) => void edit('add_rule_output', { rule: rule.id, result, label: { [documentLanguage(locale)]: t('rules:part.then') } })
  const items = [
    { key: 'input', label: t('rules:newInput'), children: fields.map(({ id, label }) => ({ key: id, label: text(label, locale), onClick: () => addInput(id) })) },
    { key: 'output', label: t('rules:newOutput'), children: RESULTS.map((result) => ({ key: result, label: t(`rules:result.${result}`), onClick: () => addOutput(result) })) },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button size="small" type="text" icon={<PlusOutlined aria-hidden />} aria-label={t('rules:newColumn')} />
    </Dropdown>
  )
}
