/** Which of several rows counts, in words, and what several rows give together. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Rule } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import styles from './rule.module.css'

const HITS = ['first', 'unique', 'any', 'priority', 'collect', 'rule_order', 'output_order'] as const
const AGGREGATES = ['list', 'sum', 'minimum', 'maximum', 'count'] as const

export function HitChoice({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const { hit = 'first', aggregate = 'list' } = rule
  const set = (property: string) => (value: string) => void edit('set_rule_property', { rule: rule.id, property, value })
  return (
    <div className={styles['hit']}>
      {rule.description && <p className={styles['about']}>{text(rule.description, locale)}</p>}
      <label className={styles['choice']}>
        <span>{t('rules:hit')}</span>
        <Select
          aria-label={t('rules:hit')}
          value={hit}
          popupMatchSelectWidth={false}
          options={HITS.map((value) => ({ value, label: t(`rules:hit.${value}`) }))}
          onChange={set('hit')}
        />
      </label>
      {hit === 'collect' && (
        <label className={styles['choice']}>
          <span>{t('rules:aggregate')}</span>
          <Select
            aria-label={t('rules:aggregate')}
            value={aggregate}
            options={AGGREGATES.map((value) => ({ value, label: t(`rules:aggregate.${value}`) }))}
            onChange={set('aggregate')}
          />
        </label>
      )}
    </div>
  )
}
