/** A formula of a figure in the designer: the one entry for expressions, with the names of what the figure is of. */
import { useMemo } from 'react'

import type { RecordFormulaProps } from '@/plugins/asking/record-formula'
import { useLocale } from '@/ui/locale/interface-language'

import { entityWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { ExpressionEntry } from './expression-entry'
import { offeredNames } from './offered-names'

/** As what is drawn below expects it. */
export function drawFormula(props: RecordFormulaProps) {
  return <DesignedFormula {...props} />
}

function DesignedFormula({ label, hint, home, lines, result, value, onChange }: RecordFormulaProps) {
  const { draft } = useDrafting()
  const locale = useLocale()
  const entity = entityWithId(draft, home)
  const field = entity?.fields.find(({ id }) => id === lines)
  const names = useMemo(() => (entity === undefined ? [] : offeredNames(draft, entity, locale, field)), [draft, entity, field, locale])
  return (
    <ExpressionEntry
      title={label}
      hint={hint}
      value={value}
      names={names}
      result={result}
      {...(entity !== undefined && { sampleEntity: entity.name })}
      lines={field}
      onCommit={(expression) => onChange(expression ?? '')}
    />
  )
}
