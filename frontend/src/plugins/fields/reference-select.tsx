/** Picks a record or a person by searching on the server while typing; shows the title and what tells namesakes apart. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select, Spin } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { isReference, type Reference, type Value } from '@/core/values/value'

import styles from './fields.module.css'
import type { FieldInputProps } from './input-props'
import { useSearchText } from './use-search-text'
import { useSettled } from './use-settled'

export interface Candidate extends Reference {
  /** What tells it apart from others of the same title. */
  readonly detail?: string
}

interface ReferenceSelectProps extends Omit<FieldInputProps, 'field'> {
  /** Names what is searched in, for the cache. */
  readonly place: readonly string[]
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly Candidate[]>
  readonly renderTitle?: (candidate: Reference) => ReactNode
  /** Stands below the candidates. */
  readonly renderFooter?: (typed: string) => ReactNode
}

interface CandidateOption {
  readonly value: string
  readonly label: string
  readonly candidate: Candidate
}

const TYPING_PAUSE = 200

export function ReferenceSelect(props: ReferenceSelectProps) {
  const { value, onChange, id, isDisabled, isInvalid, describedBy, ariaLabel, isInSheet = false, renderTitle, renderFooter } = props
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(isInSheet)
  const { typed, onSearch, onInputKeyDown } = useSearchText(props.typed ?? '')
  const { candidates, isSearching } = useCandidates(props, typed, isOpen)
  const chosen = isReference(value) ? value : null
  return (
    <Select<{ value: string; label: ReactNode } | null, CandidateOption>
      id={id}
      className={styles['fullWidth']}
      labelInValue
      value={chosen && { value: chosen.id, label: renderTitle?.(chosen) ?? chosen.title }}
      onChange={(next) => onChange(picked(next?.value, candidates))}
      options={candidates.map((candidate) => ({ value: candidate.id, label: candidate.title ?? '', candidate }))}
      optionRender={lineRenderer(renderTitle)}
      showSearch={{ filterOption: false, searchValue: typed, onSearch }}
      onInputKeyDown={onInputKeyDown}
      open={isOpen}
      onOpenChange={setIsOpen}
      notFoundContent={isSearching ? <Spin size="small" /> : t('fields:link.nothing')}
      popupRender={(menu) => withFooter(menu, renderFooter?.(typed))}
      popupMatchSelectWidth={260}
      allowClear
      disabled={isDisabled}
      status={isInvalid ? 'error' : ''}
      {...(isInSheet && { variant: 'borderless', autoFocus: true })}
      aria-describedby={describedBy}
      aria-label={ariaLabel}
    />
  )
}

function useCandidates({ place, search }: ReferenceSelectProps, typed: string, isOpen: boolean) {
  const text = useSettled(typed.trim(), TYPING_PAUSE)
  const { data = [], isFetching } = useQuery({
    queryKey: ['candidates', ...place, text],
    queryFn: ({ signal }) => search(text, signal),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  })
  return { candidates: data, isSearching: isFetching }
}

function picked(id: string | undefined, candidates: readonly Candidate[]): Value {
  const candidate = candidates.find((each) => each.id === id)
  return candidate ? { id: candidate.id, title: candidate.title } : null
}

function lineRenderer(renderTitle: ReferenceSelectProps['renderTitle']) {
  return ({ data }: { readonly data: { readonly candidate?: Candidate } }) =>
    data.candidate ? <CandidateLine candidate={data.candidate} title={renderTitle?.(data.candidate)} /> : null
}

function CandidateLine({ candidate, title }: { readonly candidate: Candidate; readonly title: ReactNode }) {
  return (
    <span className={styles['option']}>
      <span className={styles['optionTitle']}>{title ?? candidate.title}</span>
      <span className={styles['optionDetail']}>{candidate.detail}</span>
    </span>
  )
}

function withFooter(menu: ReactElement, footer: ReactNode): ReactElement {
  if (footer === undefined || footer === null) return menu
  return (
    <>
      {menu}
      <div className={styles['optionFooter']}>{footer}</div>
    </>
  )
}
