/** A formula in names of a record: with the help the designer has where it stands there, else as text with names at hand. */
import { createContext, useContext, type ReactNode } from 'react'

import { useLocale } from '@/ui/locale/interface-language'

import { useAsking } from './asking-context'
import { recordNames } from './formula'
import { FormulaText } from './formula-text'

export interface RecordFormulaProps {
  readonly id: string
  readonly label: string
  readonly hint: string
  /** Ids of the entity, and of its detail lines where those are meant. */
  readonly home: string
  readonly lines: string
  /** Conditions can be clicked together. */
  readonly result: 'boolean' | 'any'
  readonly value: string
  readonly onChange: (value: string) => void
}

/** What the designer brings for it; in use there is nothing better than a text. */
export const RecordFormulaContext = createContext<((props: RecordFormulaProps) => ReactNode) | null>(null)

export function RecordFormula(props: RecordFormulaProps) {
  const draw = useContext(RecordFormulaContext)
  return draw === null ? <PlainFormula {...props} /> : draw(props)
}

function PlainFormula({ id, label, hint, home, lines, value, onChange }: RecordFormulaProps) {
  const { definition } = useAsking()
  const names = recordNames(definition.entities, { home, lines }, useLocale())
  return <FormulaText id={id} label={label} hint={hint} value={value} names={names} onChange={onChange} />
}
