/** Heading of the chosen section, and when it is shown. */
import { Button, Segmented, Space } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Entity, Form, Section } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { ExpressionEntry } from '../expression/expression-entry'
import { offeredNames } from '../expression/offered-names'
import styles from './inspector.module.css'
import { LabelEntry } from './label-entry'
import { Property } from './property'

interface SectionPanelProps {
  readonly entity: Entity
  readonly form: Form
  readonly section: Section
}

export function SectionPanel({ entity, form, section }: SectionPanelProps) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const locale = useLocale()
  const names = useMemo(() => offeredNames(draft, entity, locale), [draft, entity, locale])
  const at = form.layout.indexOf(section)
  const issues = (...steps: string[]) => issuesAt(draft, `forms/${form.name}.json`, ['layout', at, ...steps])
  const set = (property: string, value: unknown) => void edit('set_section', { form: form.id, section: section.id, property, value })
  const move = (index: number) => void edit('move_section', { form: form.id, section: section.id, index })
  return (
    <div className={styles['panel']} key={section.id}>
      <header className={styles['head']}>
        <h2 className={styles['headTitle']}>{t('designer:section.title')}</h2>
      </header>
      <Property title={t('designer:section.heading')} hint={t('designer:section.headingHint')} issues={issues('label')}>
        {() => (
          <LabelEntry
            languages={appOf(draft).languages}
            label={section.label}
            name={t('designer:section.heading')}
            onCommit={(label) => set('label', label)}
          />
        )}
      </Property>
      <Property title={t('forms:section.help')} issues={issues('help')}>
        {() => (
          <LabelEntry languages={appOf(draft).languages} label={section.help} name={t('forms:section.help')} rows={1} onCommit={(help) => set('help', help)} />
        )}
      </Property>
      <Property title={t('designer:form.columns')} issues={issues('columns')}>
        {() => (
          <Segmented<number>
            block
            size="small"
            aria-label={t('designer:form.columns')}
            value={section.columns ?? 0}
            options={[{ value: 0, label: t('forms:section.columns.usual') }, ...[1, 2, 3, 4].map((value) => ({ value, label: value }))]}
            onChange={(columns) => set('columns', columns === 0 ? null : columns)}
          />
        )}
      </Property>
      <ExpressionEntry
        title={t('designer:item.show')}
        placeholder={t('designer:item.show.always')}
        value={section.show}
        names={names}
        result="boolean"
        sampleEntity={entity.name}
        issues={issues('show')}
        onCommit={(expression) => set('show', expression)}
      />
      <div className={styles['removal']}>
        <Space.Compact block>
          <Button block disabled={at === 0} onClick={() => move(at - 1)}>
            {t('designer:section.up')}
          </Button>
          <Button block disabled={at === form.layout.length - 1} onClick={() => move(at + 1)}>
            {t('designer:section.down')}
          </Button>
        </Space.Compact>
        <Button block danger type="text" onClick={() => void edit('remove_section', { form: form.id, section: section.id })}>
          {t('designer:section.remove')}
        </Button>
      </div>
    </div>
  )
}
