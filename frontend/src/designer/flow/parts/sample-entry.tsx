/** Choosing the example a flow is looked at with: a record, and who submits it. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../../drafting/draft-context'
import styles from '../flow.module.css'
import { useSample } from '../sample'
import { samplesQuery } from '../samples'
import { personsQuery } from '../trying'

export function SampleEntry({ entity }: { readonly entity: Entity }) {
  const { t } = useTranslation()
  const { sample, take } = useSample()
  return (
    <div className={styles['sample']}>
      <RecordChoice entity={entity} record={sample.record} onChange={(record) => take({ ...sample, record })} />
      <SubmitterChoice label={t('flowdesign:sample.submitter')} submitter={sample.submitter} onChange={(submitter) => take({ ...sample, submitter })} />
    </div>
  )
}

interface RecordChoiceProps {
  readonly entity: Entity
  readonly record: string | null
  readonly onChange: (record: string | null) => void
}

function RecordChoice({ entity, record, onChange }: RecordChoiceProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const [search, setSearch] = useState('')
  const { data } = useQuery(samplesQuery(draft.app, entity, search))
  return (
    <Select
      size="small"
      allowClear
      aria-label={t('flowdesign:sample.record')}
      placeholder={t('flowdesign:sample.noRecord')}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      value={record}
      options={(data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
    />
  )
}

interface SubmitterChoiceProps {
  readonly label: string
  readonly submitter: string | null
  readonly onChange: (submitter: string | null) => void
}

function SubmitterChoice({ label, submitter, onChange }: SubmitterChoiceProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const [search, setSearch] = useState('')
  const { data } = useQuery(personsQuery(draft, search))
  return (
    <Select
      size="small"
      allowClear
      aria-label={label}
      placeholder={t('flowdesign:sample.me')}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      value={submitter}
      options={(data?.items ?? []).map(({ id, login, name }) => ({ value: id, label: text(name, locale, login) }))}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? null)}
    />
  )
}
