/** A field as people will meet it, drawn without life: many of them must stay light. */
import { CalendarOutlined, DownOutlined, InboxOutlined, LinkOutlined, MailOutlined, PhoneOutlined } from '@ant-design/icons'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'

import type { DocumentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Field, FieldType } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { ruleWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './form.module.css'
import { LinesPreview } from './lines-preview'

interface ItemPreviewProps {
  readonly field: Field
  readonly language: DocumentLanguage
}

type Drawn = ComponentType<{ readonly 'aria-hidden'?: boolean; readonly className?: string }>

const SIGNS: Readonly<Partial<Record<FieldType, Drawn>>> = {
  choice: DownOutlined,
  multi_choice: DownOutlined,
  person: DownOutlined,
  link: DownOutlined,
  date: CalendarOutlined,
  datetime: CalendarOutlined,
  email: MailOutlined,
  phone: PhoneOutlined,
  url: LinkOutlined,
}

export function ItemPreview({ field, language }: ItemPreviewProps) {
  if (field.type === 'lines') return <LinesPreview field={field} language={language} />
  if (isComputed(field)) return <ComputedPreview field={field} />
  const Sign = SIGNS[field.type]
  return (
    <div className={styles['ghost']} data-type={field.type} data-locked={field.read_only === true} aria-hidden>
      {field.type === 'switch' ? <span className={styles['ghostSwitch']} /> : <GhostWords field={field} />}
      {Sign && <Sign aria-hidden className={styles['ghostSign'] ?? ''} />}
    </div>
  )
}

/** What stands in the empty input: the unit, the default, the room for files. */
function GhostWords({ field }: { readonly field: Field }) {
  const { t } = useTranslation()
  if (field.type === 'attachment') {
    return (
      <span>
        <InboxOutlined aria-hidden /> {t('forms:preview.attachment')}
      </span>
    )
  }
  return (
    <>
      <span className={styles['ghostDefault']}>{field.default === undefined ? '' : `= ${field.default}`}</span>
      <span className={styles['ghostUnit']}>{unitOf(field)}</span>
    </>
  )
}

function unitOf(field: Field): string {
  if (field.type === 'percent') return '%'
  if (field.type === 'money') return field.options?.currency ?? ''
  return field.type === 'decimal' ? (field.options?.unit ?? '') : ''
}

type Computed = Extract<Field, { type: 'formula' | 'lookup' | 'rollup' | 'sequence' }>

function isComputed(field: Field): field is Computed {
  return ['formula', 'lookup', 'rollup', 'sequence'].includes(field.type)
}

function ComputedPreview({ field }: { readonly field: Computed }) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const locale = useLocale()
  const rule = field.type === 'formula' ? ruleWithId(draft, field.options.rule) : undefined
  if (rule !== undefined) return <div className={styles['computed']}>{text(rule.label, locale, rule.name)}</div>
  return <div className={styles['computed']}>{field.type === 'formula' ? `= ${field.options.expression ?? ''}` : computedText(field, t)}</div>
}

function computedText(field: Computed, t: (key: string) => string): string {
  return field.type === 'sequence' ? field.options.format : t(`designer:preview.${field.type}`)
}
