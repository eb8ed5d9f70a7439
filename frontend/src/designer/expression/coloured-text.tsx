/** The text behind the cursor, in colour: names as chips, constants and functions apart, what is wrong underlined. */
import type { ReactNode } from 'react'

import { tokensOf, type TokenKind } from '@/core/expressions/tokens'

import styles from './expression.module.css'
import { nameOfPath, pathsIn, type Names } from './shown-text'

export interface Mark {
  readonly start: number
  readonly end: number
}

interface ColouredTextProps {
  readonly text: string
  readonly names: Names
  readonly marks: readonly Mark[]
}

interface Piece extends Mark {
  readonly tone: string
}

const TONES: Readonly<Partial<Record<TokenKind, string>>> = {
  text: 'constant',
  number: 'constant',
  boolean: 'constant',
  function: 'function',
  and: 'word',
  or: 'word',
  not: 'word',
  unclosed: 'stray',
  unknown: 'stray',
}

export function ColouredText({ text, names, marks }: ColouredTextProps) {
  const pieces = piecesOf(text, names)
  const cuts = [...new Set([0, text.length, ...pieces.flatMap(edges), ...marks.flatMap(edges)])].filter((at) => at <= text.length).toSorted((one, other) => one - other)
  const parts: ReactNode[] = cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? text.length
    const tone = pieces.find((piece) => covers(piece, start, end))?.tone
    return (
      <span key={start} className={styles['piece']} data-tone={tone} data-wrong={marks.some((mark) => covers(mark, start, end))}>
        {text.slice(start, end)}
      </span>
    )
  })
  const isWrongAtEnd = marks.some(({ start, end }) => start === end && start >= text.length)
  return (
    <div className={styles['layer']} aria-hidden>
      {parts}
      {isWrongAtEnd && <span className={styles['wrongEnd']} />}
      {'\u200b'}
    </div>
  )
}

function piecesOf(text: string, names: Names): Piece[] {
  const tokens = tokensOf(text)
  const chips = pathsIn(tokens).map((path) => ({ start: path.start, end: path.end, tone: nameOfPath(path, names) ? 'name' : 'plain' }))
  const rest = tokens.flatMap(({ kind, start, end }) => (TONES[kind] === undefined ? [] : [{ start, end, tone: TONES[kind] }]))
  return [...chips, ...rest]
}

function edges({ start, end }: Mark): number[] {
  return [start, end]
}

function covers(mark: Mark, start: number, end: number): boolean {
  return mark.start <= start && end <= mark.end
}
