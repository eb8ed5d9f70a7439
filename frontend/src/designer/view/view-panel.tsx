/** What holds for the whole view: its name, how it shows records, which ones, in which order, with which colours. */
import { CopyOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Form, View } from '@/generated/metadata'
import type { ViewKind } from '@/plugins/views/layout'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, documentsIn, issuesAt, type DesignIssue } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { ExpressionEntry } from '../expression/expression-entry'
import { offeredNames } from '../expression/offered-names'
import { designerAddress } from '../frame/places'
import styles from '../inspector/inspector.module.css'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import { ColorRules } from './color-rules'
import { ConditionsEntry } from './conditions-entry'
import { IconChoice } from '../inspector/icon-choice'
import { LayoutEntries } from './layout-entries'
import { SortEntries } from './sort-entries'
import { newViewAfter } from './new-view'
import { useView } from './view-context'

const KINDS: readonly ViewKind[] = ['grid', 'kanban', 'calendar', 'gallery']

export function ViewPanel() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const { view, entity } = useView()
  const set = (property: keyof View, value: unknown) => void edit('set_view_property', { view: view.id, property, value })
  const issues = (...place: (string | number)[]) => issuesAt(draft, `views/${view.name}.json`, place)
  const forms = documentsIn<Form>(draft, 'forms').filter((form) => form.entity === entity.id)
  return (
    <div className={styles['panel']}>
      <header className={styles['head']}>
        <span className={styles['headIcon']}>
          <Icon name={view.icon ?? entity.icon} />
        </span>
        <div>
          <h2 className={styles['headTitle']}>{text(view.label, locale, view.name)}</h2>
          <span className={styles['headKind']}>{t('viewdesign:of', { entity: text(entity.label, locale, entity.name) })}</span>
        </div>
      </header>
      <Property title={t('viewdesign:label')} issues={issues('label')}>
        {() => <LabelEntry languages={appOf(draft).languages} label={view.label} name={t('viewdesign:label')} onCommit={(label) => label && set('label', label)} />}
      </Property>
      <Property title={t('viewdesign:kind')} issues={issues('kind')}>
        {() => (
          <Segmented<ViewKind>
            block
            className={styles['kinds'] ?? ''}
            aria-label={t('viewdesign:kind')}
            value={view.kind ?? 'grid'}
            options={KINDS.map((value) => ({ value, label: t(`views:kind.${value}`) }))}
            onChange={(kind) => set('kind', kind === 'grid' ? null : kind)}
            size="small"
          />
        )}
      </Property>
      <LayoutEntries onSet={set} issues={issues} />
      <Property title={t('viewdesign:conditions')} hint={t('viewdesign:conditions.hint')} issues={issues('conditions')}>
        {() => <ConditionsEntry onSet={(conditions) => set('conditions', conditions)} />}
      </Property>
      <FurtherCondition onSet={(filter) => set('filter', filter)} issues={issues('filter')} />
      <Property title={t('viewdesign:sort')} issues={issues('sort')}>
        {() => <SortEntries onSet={(sort) => set('sort', sort)} />}
      </Property>
      <Property title={t('viewdesign:colors')} hint={t('viewdesign:colors.hint')} issues={issues('colors')}>
        {() => <ColorRules onSet={(colors) => set('colors', colors)} />}
      </Property>
      {forms.length > 1 && (
        <Property title={t('viewdesign:form')} issues={issues('form')}>
          {({ id }) => (
            <Select
              id={id}
              allowClear
              value={view.form ?? null}
              placeholder={t('viewdesign:form.first')}
              options={forms.map((form) => ({ value: form.id, label: text(form.label, locale, form.name) }))}
              onChange={(form: string | null | undefined) => set('form', form ?? null)}
            />
          )}
        </Property>
      )}
      <Property title={t('viewdesign:icon')}>{({ id }) => <IconChoice id={id} value={view.icon} onChange={(icon) => set('icon', icon)} />}</Property>
      <Actions />
    </div>
  )
}

/** What cannot be clicked together, for those who want it. */
function FurtherCondition({ onSet, issues }: { readonly onSet: (filter: string | null) => void; readonly issues: readonly DesignIssue[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const { view, entity } = useView()
  const [isWanted, setWanted] = useState(false)
  if (!isWanted && view.filter === undefined) {
    return (
      <Button type="link" size="small" className={styles['further'] ?? ''} onClick={() => setWanted(true)}>
        {t('viewdesign:filter.more')}
      </Button>
    )
  }
  return (
    <ExpressionEntry
      title={t('viewdesign:filter')}
      placeholder={t('viewdesign:filter.none')}
      value={view.filter}
      names={offeredNames(draft, entity, locale)}
      result="boolean"
      sampleEntity={entity.name}
      issues={issues}
      onCommit={onSet}
    />
  )
}

function Actions() {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const { view } = useView()
  const navigate = useNavigate()
  const duplicate = async () => {
    const made = newViewAfter(draft, await edit('duplicate_view', { view: view.id }))
    if (made !== undefined) await navigate(designerAddress(draft.app, `views/${made.name}.json`))
  }
  const remove = async () => {
    const after = await edit('remove_view', { view: view.id })
    if (after !== null) await navigate(`/design/${draft.app}`)
  }
  return (
    <div className={styles['removal']}>
      <Button block icon={<CopyOutlined aria-hidden />} onClick={() => void duplicate()}>
        {t('viewdesign:duplicate')}
      </Button>
      <Button block danger type="text" icon={<DeleteOutlined aria-hidden />} onClick={() => void remove()}>
        {t('viewdesign:remove')}
      </Button>
    </div>
  )
}
