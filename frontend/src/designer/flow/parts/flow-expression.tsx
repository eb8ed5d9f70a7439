/** An expression of a flow, with the names it can see where it stands. */
import { useMemo } from 'react'

import type { Entity, Field, Flow, Node } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import type { DesignIssue } from '../../drafting/draft'
import { useDrafting } from '../../drafting/draft-context'
import { ExpressionEntry } from '../../expression/expression-entry'
import { flowNames, hasMore } from '../flow-names'

interface FlowExpressionProps {
  readonly title: string
  readonly hint?: string
  readonly placeholder?: string
  readonly flow: Flow
  /** Whose fields it names without more. */
  readonly entity: Entity
  /** The detail lines it is about. */
  readonly lines?: Field | undefined
  /** The step it belongs to. */
  readonly node?: Node | undefined
  readonly isSearch?: boolean
  /** A condition is clicked together. */
  readonly isCondition?: boolean
  readonly value: string | undefined
  readonly issues?: readonly DesignIssue[]
  readonly onCommit: (expression: string | null) => void
}

export function FlowExpression({ flow, entity, lines, node, isSearch, isCondition, ...entry }: FlowExpressionProps) {
  const { draft } = useDrafting()
  const locale = useLocale()
  const names = useMemo(() => flowNames(draft, locale, { flow, entity, lines, node, isSearch }), [draft, locale, flow, entity, lines, node, isSearch])
  // Where names stand that a record alone does not have, trying it on a record alone would find faults that are none.
  const sample = hasMore({ flow, entity, node, isSearch }) ? {} : { sampleEntity: entity.name, lines }
  return <ExpressionEntry {...entry} {...sample} names={names} result={isCondition === true ? 'boolean' : 'any'} />
}
