/**
 * A table whose rows open and close, for mouse and keyboard: one stop of the Tab key, arrows go from row to row, right opens
 * and left closes or goes to the row above in rank, Enter does what a click on the row does.
 */
import { useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'

interface TreeTableProps {
  readonly label: string
  readonly className: string | undefined
  /** Rows with `aria-level`, and `aria-expanded` where they open; each has one button, which is what Enter presses. */
  readonly children: ReactNode
}

export function TreeTable({ label, className, children }: TreeTableProps) {
  const last = useRef<HTMLElement | null>(null)
  const [isWithin, setWithin] = useState(false)
  const onFocus = ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    setWithin(true)
    if (target !== currentTarget) last.current = rowOf(target)
    else if (last.current?.isConnected === true) last.current.focus()
    else rowsOf(currentTarget)[0]?.focus()
  }
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => setWithin(currentTarget.contains(relatedTarget))
  return (
    // A table is the usual element of a treegrid; its rows are focused, it only leads to them.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-to-interactive-role
    <table role="treegrid" aria-label={label} className={className} tabIndex={isWithin ? -1 : 0} onFocus={onFocus} onBlur={onBlur} onKeyDown={onKeyDown}>
      {children}
    </table>
  )
}

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const row = rowOf(event.target as Element)
  const act = row && ACTS[event.key]
  if (!act || event.altKey || event.metaKey || event.target instanceof HTMLAnchorElement) return
  event.preventDefault()
  act(row, rowsOf(event.currentTarget))
}

type Act = (row: HTMLElement, rows: readonly HTMLElement[]) => void

const ACTS: Readonly<Record<string, Act>> = {
  ArrowDown: (row, rows) => rows[rows.indexOf(row) + 1]?.focus(),
  ArrowUp: (row, rows) => rows[rows.indexOf(row) - 1]?.focus(),
  ArrowRight: (row, rows) => {
    const next = rows[rows.indexOf(row) + 1]
    if (row.getAttribute('aria-expanded') === 'false') press(row)
    else if (rankOf(next) > rankOf(row)) next?.focus()
  },
  ArrowLeft: (row, rows) => {
    const above = rows.slice(0, rows.indexOf(row)).findLast((each) => rankOf(each) < rankOf(row))
    if (row.getAttribute('aria-expanded') === 'true') press(row)
    else above?.focus()
  },
  Home: (_, rows) => rows[0]?.focus(),
  End: (_, rows) => rows.at(-1)?.focus(),
  Enter: press,
  ' ': press,
}

function press(row: HTMLElement): void {
  row.querySelector('button')?.click()
}

function rankOf(row: HTMLElement | undefined): number {
  return Number(row?.getAttribute('aria-level') ?? 0)
}

function rowOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('tr[aria-level]')
}

function rowsOf(table: Element): readonly HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>('tr[aria-level]')]
}
