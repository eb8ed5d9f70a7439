/** An expression of a flow, with the names it can see there. */
import { useMemo } from 'react'

import type { Entity, Flow } from '@/generated/metadata'

import type { DesignIssue } from '../../drafting/draft'
import { ExpressionEntry } from '../../inspector/expression-entry'

interface FlowExpressionProps {
  readonly title: string
  readonly hint?: string
  readonly placeholder?: string
  readonly flow: Flow
  /** Whose fields it names without more. */
  readonly entity: Entity
  readonly value: string | undefined
  readonly issues?: readonly DesignIssue[]
  readonly onCommit: (expression: string | null) => void
}

export function FlowExpression({ flow: _flow, entity, ...entry }: FlowExpressionProps) {
  const fields = useMemo(() => entity.fields, [entity])
  return <ExpressionEntry {...entry} fields={fields} />
}
