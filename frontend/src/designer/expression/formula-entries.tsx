/** Formulas of figures with the one entry for expressions: in names of a record, or of other figures. */
import { useMemo, useState } from 'react'

import type { FiguresFormulaProps, FormulaEntries, RecordFormulaProps } from '@/plugins/asking/formula-entries'
import { useLocale } from '@/ui/locale/interface-language'

import { entityWithId } from '../drafting/draft'
import { Property } from '../inspector/property'
import { ExpressionEditor } from './expression-editor'
import { ExpressionEntry } from './expression-entry'
import { useExpressionSite } from './expression-site'
import styles from './expression.module.css'
import { offeredNames } from './offered-names'
import { indexNames } from './shown-text'

/** As what is drawn below expects it. */
export const FORMULA_ENTRIES: FormulaEntries = {
  ofRecord: (props) => <OfRecord {...props} />,
  ofFigures: (props) => <OfFigures {...props} />,
}

function OfRecord({ label, hint, home, lines, result, value, onChange }: RecordFormulaProps) {
  const site = useExpressionSite()
  const locale = useLocale()
  const { committed, commit } = useCommitted(value, onChange)
  const entity = entityWithId(site, home)
  const field = entity?.fields.find(({ id }) => id === lines)
  const names = useMemo(() => (entity === undefined ? [] : offeredNames(site, entity, locale, field)), [site, entity, field, locale])
  return (
    <ExpressionEntry
      title={label}
      hint={hint}
      value={committed}
      names={names}
      result={result}
      {...(entity !== undefined && { sampleEntity: entity.name })}
      lines={field}
      onTyped={onChange}
      onCommit={(expression) => commit(expression ?? '')}
    />
  )
}

function OfFigures({ label, hint, value, names, issues, onChange }: FiguresFormulaProps) {
  const { committed, commit } = useCommitted(value, onChange)
  const index = useMemo(() => indexNames(names.map((each) => ({ ...each, type: 'decimal' as const }))), [names])
  const marks = issues.flatMap(({ params: { start, end } }) => (typeof start === 'number' && typeof end === 'number' ? [{ start, end }] : []))
  return (
    <Property title={label} hint={hint}>
      {(control) => (
        <div className={styles['entry']}>
          <ExpressionEditor {...control} placeholder={undefined} value={committed} names={index} marks={marks} onTyped={onChange} onCommit={commit} />
        </div>
      )}
    </Property>
  )
}

/** What is typed is handed on at once; the text itself is only made anew once it is finished. */
function useCommitted(value: string, onChange: (value: string) => void) {
  const [committed, setCommitted] = useState(value)
  const commit = (next: string) => {
    setCommitted(next)
    onChange(next)
  }
  return { committed, commit }
}
