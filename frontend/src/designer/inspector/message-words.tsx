/** Subject and text of a message in every language, with the fields of the record at hand. */
import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Template } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './inspector.module.css'
import { LabelEntry } from './label-entry'
import { Property } from './property'

interface MessageWordsProps {
  readonly template: Template
  readonly entity: Entity
  /** How many lines of text are seen at least. */
  readonly rows?: number
}

const PARTS = ['subject', 'body'] as const

export function MessageWords({ template, entity, rows = 3 }: MessageWordsProps) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const { languages } = appOf(draft)
  const set = (property: string, value: unknown) => void edit('set_template', { template: template.id, property, value })
  return PARTS.map((part) => (
    <Property key={part} title={t(`messages:${part}`)} issues={issuesAt(draft, `templates/${template.name}.json`, [part])}>
      {() => (
        <>
          <LabelEntry languages={languages} label={template[part]} name={t(`messages:${part}`)} onCommit={(label) => label !== null && set(part, label)} {...(part === 'body' && { rows })} />
          <FieldMenu entity={entity} onChosen={(name) => set(part, Object.fromEntries(Object.entries(template[part]).map(([language, words]) => [language, `${words} {{ record.${name} }}`])))} />
        </>
      )}
    </Property>
  ))
}

function FieldMenu({ entity, onChosen }: { readonly entity: Entity; readonly onChosen: (name: string) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const items = entity.fields.filter(({ type }) => type !== 'lines' && type !== 'attachment').map(({ name, label }) => ({ key: name, label: text(label, locale, name) }))
  return (
    <Dropdown trigger={['click']} menu={{ items, className: styles['names'] ?? '', onClick: ({ key }) => onChosen(key) }}>
      <Button size="small" type="link" icon={<PlusOutlined aria-hidden />} className={styles['column'] ?? ''}>
        {t('messages:field')}
      </Button>
    </Dropdown>
  )
}
