/** The designer of one decision table: which row counts, the sheet, what it leaves open, and examples. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Options, Rule } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn, entityWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerBar } from '../frame/designer-bar'
import { useHistoryKeys } from '../history/use-history-keys'
import { PublishDialog } from '../publish/publish-dialog'
import { analysisQuery } from './analysis'
import { columnsOf } from './columns'
import { Findings } from './findings'
import { HitChoice } from './hit-choice'
import styles from './rule.module.css'
import { RuleSheet } from './rule-sheet'
import { TryPanel } from './try-panel'

interface RuleDesignerProps {
  readonly rule: Rule
  readonly back: string
}

export function RuleDesigner({ rule, back }: RuleDesignerProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, undo, redo } = useDrafting()
  const [lit, setLit] = useState<readonly string[]>([])
  const [isPublishing, setPublishing] = useState(false)
  const { data: analysis } = useQuery({ ...analysisQuery(draft, rule.id), placeholderData: keepPreviousData })
  const columns = useMemo(() => columnsOf(rule, entityWithId(draft, rule.entity), documentsIn<Options>(draft, 'options')), [draft, rule])
  useHistoryKeys(useMemo(() => ({ undo, redo }), [undo, redo]))
  return (
    <div className={styles['designer']}>
      <DesignerBar label={t('rules:bar')} title={text(rule.label, locale, rule.name)} back={back} onPublish={() => setPublishing(true)} />
      <div className={styles['page']}>
        <HitChoice rule={rule} />
        <RuleSheet rule={rule} columns={columns} lit={lit} unreached={analysis?.unreached ?? []} />
        <div className={styles['below']}>
          {analysis && <TryPanel rule={rule} names={analysis.names} onLit={setLit} />}
          {analysis && <Findings rule={rule} columns={columns} analysis={analysis} onLit={setLit} />}
        </div>
      </div>
      {isPublishing && <PublishDialog back={back} onClose={() => setPublishing(false)} />}
    </div>
  )
}
