/** Several chosen fields: what they have in common on the form is set on all of them at once. */
import { CopyOutlined, MinusSquareOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Entity, Form, FormItem } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { placedItem } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { ExpressionEntry } from '../expression/expression-entry'
import { offeredNames } from '../expression/offered-names'
import styles from './inspector.module.css'
import { Property } from './property'

interface ItemsPanelProps {
  readonly entity: Entity
  readonly form: Form
  readonly fields: readonly string[]
  readonly onRemove: () => void
  readonly onDuplicate: () => void
}

export function ItemsPanel({ entity, form, fields, onRemove, onDuplicate }: ItemsPanelProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const names = useMemo(() => offeredNames(draft, entity, locale), [draft, entity, locale])
  const items = fields.flatMap((field) => placedItem(form, field)?.item ?? [])
  const placed = items.map(({ field }) => field)
  const set = (property: string, value: unknown) => void edit('set_form_items', { form: form.id, fields: placed, property, value })
  const spans = Array.from({ length: form.columns ?? 2 }, (_, at) => ({ value: at + 1, label: t('designer:item.span', { count: at + 1 }) }))
  return (
    <div className={styles['panel']}>
      <header className={styles['head']}>
        <h2 className={styles['headTitle']}>{t('forms:several.title', { count: fields.length })}</h2>
      </header>
      {spans.length > 1 && (
        <Property title={t('designer:item.width')}>
          {() => (
            <Segmented<number>
              block
              size="small"
              aria-label={t('designer:item.width')}
              value={common(items, (item) => item.span ?? 1) ?? 0}
              options={spans}
              onChange={(span) => set('span', span === 1 ? null : span)}
            />
          )}
        </Property>
      )}
      {(['show', 'require', 'lock'] as const).map((property) => {
        const value = common(items, (item) => item[property] ?? '')
        return (
          <ExpressionEntry
            key={property}
            title={t(`designer:item.${property}`)}
            placeholder={t(value === undefined ? 'forms:several.different' : `designer:item.${property}.always`)}
            value={value}
            names={names}
            result="boolean"
            sampleEntity={entity.name}
            onCommit={(expression) => set(property, expression)}
          />
        )
      })}
      <div className={styles['removal']}>
        <Button block icon={<CopyOutlined aria-hidden />} onClick={onDuplicate}>
          {t('forms:several.duplicate')}
        </Button>
        <Button block icon={<MinusSquareOutlined aria-hidden />} onClick={onRemove}>
          {t('designer:item.takeOff')}
        </Button>
      </div>
    </div>
  )
}

/** What all of them have; undefined where they differ. */
function common<T>(items: readonly FormItem[], read: (item: FormItem) => T): T | undefined {
  const [first, ...others] = items.map(read)
  return others.every((each) => each === first) ? first : undefined
}
