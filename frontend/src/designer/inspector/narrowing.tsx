/** What may be chosen in a field on a form: choices case by case, or records by a condition. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Entity, Field, FormItem } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { entityWithId, type DesignIssue } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { ChoicesEntry } from '../expression/choices-entry'
import { ExpressionEntry } from '../expression/expression-entry'
import { candidateNames, type OfferedName } from '../expression/offered-names'

interface NarrowingProps {
  readonly entity: Entity
  readonly field: Field
  readonly item: FormItem
  /** Names of the record. */
  readonly names: readonly OfferedName[]
  readonly issues: (property: string) => readonly DesignIssue[]
  readonly onSet: (property: string, value: unknown) => void
}

export function Narrowing(props: NarrowingProps) {
  const { field } = props
  if (field.type === 'choice' || field.type === 'multi_choice') return <Choices {...props} />
  return field.type === 'link' ? <Candidates {...props} linked={field.options.entity} /> : null
}

function Choices({ entity, field, item, names, issues, onSet }: NarrowingProps) {
  const { t } = useTranslation()
  const own = names.find(({ name }) => name === field.name)
  return (
    <ChoicesEntry
      title={t('forms:item.choices')}
      value={item.choices}
      names={names}
      choices={own?.choices ?? []}
      sampleEntity={entity.name}
      issues={issues('choices')}
      onCommit={(expression) => onSet('choices', expression)}
    />
  )
}

function Candidates({ entity, item, linked, issues, onSet }: NarrowingProps & { readonly linked: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const target = entityWithId(draft, linked)
  const names = useMemo(() => (target === undefined ? [] : candidateNames(draft, target, entity, locale)), [draft, target, entity, locale])
  if (target === undefined) return null
  return (
    <ExpressionEntry
      title={t('forms:item.candidates')}
      placeholder={t('forms:item.candidates.all')}
      hint={t('forms:item.candidates.hint')}
      value={item.candidates}
      names={names}
      result="boolean"
      sampleEntity={target.name}
      record={entity}
      issues={issues('candidates')}
      onCommit={(expression) => onSet('candidates', expression)}
    />
  )
}
