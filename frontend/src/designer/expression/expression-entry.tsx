/**
 * The one entry for expressions: conditions are clicked together, everything else is written with help; the expression
 * itself always stands below, and while somebody is at it, what is wrong with it or what it gives for a record.
 */
import { useMemo, useState, type FocusEvent, type ReactNode } from 'react'

import type { Entity, Field } from '@/generated/metadata'

import { documentsIn, type DesignIssue } from '../drafting/draft'
import { Property } from '../inspector/property'
import { ConditionBuilder } from './condition-builder'
import { ExpressionEditor } from './expression-editor'
import { useExpressionSite } from './expression-site'
import styles from './expression.module.css'
import type { OfferedName } from './offered-names'
import { Outcome } from './outcome'
import { indexNames } from './shown-text'
import { useCheck } from './use-check'
import { useSample } from './use-sample'

interface ExpressionEntryProps {
  readonly title: string
  readonly hint?: string
  readonly placeholder?: string
  readonly value: string | undefined
  readonly names: readonly OfferedName[]
  /** A condition can be clicked together. */
  readonly result?: 'boolean' | 'any'
  /** The entity whose record it is about, by name: then it is checked while typed, and tried on a record. */
  readonly sampleEntity?: string
  /** Where it is about a detail line, the field of the lines. */
  readonly lines?: Field | undefined
  /** In a condition over candidates, the entity of the record they are chosen for. */
  readonly record?: Entity
  /** Stands above the expression in the place of rows of conditions. */
  readonly above?: ReactNode
  readonly issues?: readonly DesignIssue[]
  /** What stands there while it is typed. */
  readonly onTyped?: (expression: string) => void
  readonly onCommit: (expression: string | null) => void
}

export function ExpressionEntry({ title, hint, placeholder, value = '', names, result = 'any', sampleEntity, lines, record, above, issues, onTyped, onCommit }: ExpressionEntryProps) {
  const index = useMemo(() => indexNames(names), [names])
  const [typing, setTyping] = useState({ from: value, text: value })
  if (typing.from !== value) setTyping({ from: value, text: value })
  const [isActive, setActive] = useState(false)
  const { check, text, sample } = useTrial({ text: typing.text, result, sampleEntity, lines, record, isActive })
  const commit = (stored: string) => onCommit(stored === '' ? null : stored)
  const leave = (event: FocusEvent) => !event.currentTarget.contains(event.relatedTarget) && setActive(false)
  return (
    <Property title={title} {...(hint !== undefined && { hint })} {...(issues !== undefined && { issues })}>
      {(control) => (
        <div className={styles['entry']} onFocus={() => setActive(true)} onBlur={leave}>
          {above}
          {result === 'boolean' && <ConditionBuilder title={title} value={value} names={names} onCommit={commit} />}
          <ExpressionEditor
            {...control}
            placeholder={placeholder}
            value={value}
            names={index}
            marks={text === typing.text ? (check?.issues ?? []) : []}
            onTyped={(stored) => {
              setTyping({ from: value, text: stored })
              onTyped?.(stored)
            }}
            onCommit={commit}
          />
          {isActive && typing.text.trim() !== '' && <Outcome check={check} sample={sample} />}
        </div>
      )}
    </Property>
  )
}

interface TrialOf {
  readonly text: string
  readonly result: 'boolean' | 'any'
  readonly sampleEntity: string | undefined
  readonly lines: Field | undefined
  readonly record: Entity | undefined
  readonly isActive: boolean
}

/** Checks the text and tries it, only while somebody is at it. */
function useTrial({ text, result, sampleEntity, lines, record, isActive }: TrialOf) {
  const site = useExpressionSite()
  const entity = sampleEntity === undefined ? undefined : documentsIn<Entity>(site, 'entities').find(({ name }) => name === sampleEntity)
  const sample = useSample(entity, lines, text, isActive && record === undefined)
  const { values } = sample
  const asked = useMemo(
    () => (entity === undefined || !isActive ? undefined : { entity: entity.id, lines: lines?.id, record: record?.id, text, result, values }),
    // The values are made anew at each drawing; what they say is what counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [entity?.id, isActive, lines?.id, record?.id, text, result, JSON.stringify(values)],
  )
  return { ...useCheck(asked), sample }
}
