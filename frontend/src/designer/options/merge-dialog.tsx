/** Merging a choice into another: which one stays, how many records change, and what will name the other one. */
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import type { Choice, Options } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import { say } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { useForeseen, type Foreseen } from '../drafting/foresee'
import { Property } from '../inspector/property'
import styles from './options.module.css'

interface MergeDialogProps {
  readonly options: Options
  readonly choice: Choice
  readonly onClose: () => void
}

export function MergeDialog({ options, choice, onClose }: MergeDialogProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const [into, setInto] = useState<string>()
  const params = into === undefined ? undefined : { list: options.id, choice: choice.value, into }
  const { data: foreseen, error, isFetching } = useForeseen('merge_choice', params)
  const others = options.choices.filter(({ value }) => value !== choice.value)
  const name = text(choice.label, locale, choice.value)
  const merge = () => {
    if (params !== undefined) void edit('merge_choice', params)
    onClose()
  }
  return (
    <Modal open width={480} title={t('options:merge.title', { name })} okText={t('options:merge.now')} okButtonProps={{ disabled: foreseen === undefined || error !== null }} onOk={merge} onCancel={onClose}>
      <div className={styles['dialog']}>
        <Property title={t('options:merge.into')} hint={t('options:merge.hint')}>
          {({ id, describedBy }) => (
            <Select
              id={id}
              aria-describedby={describedBy}
              showSearch={{ optionFilterProp: 'label' }}
              value={into ?? null}
              placeholder={t('options:merge.choose')}
              options={others.map(({ value, label }) => ({ value, label: text(label, locale, value) }))}
              onChange={setInto}
            />
          )}
        </Property>
        {isFetching && <Loading rows={2} />}
        {error !== null && <IssueList issues={issuesOf(error)} title={t('options:merge.refused')} />}
        {foreseen !== undefined && !isFetching && <Effects foreseen={foreseen} list={`options/${options.name}.json`} />}
      </div>
    </Modal>
  )
}

function Effects({ foreseen, list }: { readonly foreseen: Foreseen; readonly list: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const changing = foreseen.steps.filter(({ rows }) => rows > 0)
  const naming = foreseen.documents.filter(({ file }) => file !== list)
  return (
    <>
      <section className={styles['uses']} aria-label={t('options:merge.records')}>
        <h3>{t('options:merge.records')}</h3>
        {changing.length === 0 && <p className={styles['quiet']}>{t('options:merge.noRecords')}</p>}
        <ul>
          {changing.map(({ words, rows }) => (
            <li key={JSON.stringify(words)}>
              {say(words, locale)} · {t('options:merge.rows', { count: rows, rows: formatNumber(rows, locale) })}
            </li>
          ))}
        </ul>
      </section>
      {naming.length > 0 && (
        <section className={styles['uses']} aria-label={t('options:merge.documents')}>
          <h3>{t('options:merge.documents')}</h3>
          <ul>
            {naming.map(({ file, kind, label }) => (
              <li key={file}>
                {say(kind, locale)} · {text(label, locale)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
