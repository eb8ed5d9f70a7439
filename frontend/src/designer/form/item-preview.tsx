/** A field as people will meet it, without life: the real input where there is one, else what it will show. */
import { useTranslation } from 'react-i18next'

import type { DocumentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Field } from '@/generated/metadata'
import { FieldInput } from '@/plugins/fields/field-input'
import { useLocale } from '@/ui/locale/interface-language'

import { ruleWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './form.module.css'
import { LinesPreview } from './lines-preview'

interface ItemPreviewProps {
  readonly field: Field
  readonly language: DocumentLanguage
}

export function ItemPreview({ field, language }: ItemPreviewProps) {
  if (field.type === 'lines') return <LinesPreview field={field} language={language} />
  if (isComputed(field)) return <ComputedPreview field={field} />
  return (
    <div inert className={styles['preview']}>
      <FieldInput field={field} value={null} onChange={ignore} id={`preview-${field.id}`} isDisabled={field.read_only === true} />
    </div>
  )
}

function ignore() {
  // The canvas shows inputs; it takes no values.
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
  return <div className={styles['computed']}>{field.type === 'formula' ? `= ${field.options.expression}` : computedText(field, t)}</div>
}

function computedText(field: Computed, t: (key: string) => string): string {
  return field.type === 'sequence' ? field.options.format : t(`designer:preview.${field.type}`)
}
