/** The designer of one decision table: which row counts, the sheet, what it leaves open, and examples. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { Options, Rule } from '@/generated/metadata'

import { documentsIn, entityWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from '../frame/designer-frame'
import { analysisQuery, overlapsOf } from './analysis'
import { columnsOf } from './columns'
import { Findings } from './findings'
import { HitChoice } from './hit-choice'
import styles from './rule.module.css'
import { PasteSheet } from './paste-sheet'
import { RuleSheet } from './rule-sheet'
import { TryPanel } from './try-panel'

interface RuleDesignerProps {
  readonly rule: Rule
  readonly back: string
}

export function RuleDesigner({ rule, back }: RuleDesignerProps) {
  const { draft } = useDrafting()
  const [lit, setLit] = useState<readonly string[]>([])
  const { data: analysis } = useQuery({ ...analysisQuery(draft, rule.id), placeholderData: keepPreviousData })
  const columns = useMemo(() => columnsOf(rule, entityWithId(draft, rule.entity), documentsIn<Options>(draft, 'options')), [draft, rule])
  const overlapping = useMemo(() => (analysis === undefined ? [] : overlapsOf(rule, analysis).flatMap(({ rows }) => rows)), [analysis, rule])
  return (
    <DesignerFrame document={rule} file={`rules/${rule.name}.json`} back={back}>
      <div className={styles['page']}>
        <div className={styles['head']}>
          <HitChoice rule={rule} />
          <PasteSheet rule={rule} />
        </div>
        <RuleSheet rule={rule} columns={columns} lit={lit} unreached={analysis?.unreached ?? []} overlapping={overlapping} />
        <div className={styles['below']}>
          {analysis && <TryPanel rule={rule} names={analysis.names} onLit={setLit} />}
          {analysis && <Findings rule={rule} columns={columns} analysis={analysis} onLit={setLit} />}
        </div>
      </div>
    </DesignerFrame>
  )
}
