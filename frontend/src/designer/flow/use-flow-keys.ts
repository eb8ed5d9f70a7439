/** The keyboard on the canvas: walking from step to step, adding, moving, copying and removing. */
import { useEffect, useRef } from 'react'

import type { Flow } from '@/generated/metadata'
import { TRIGGER } from '@/plugins/nodes/flow-graph'

import { lastCopied, readSteps, writeSteps } from './clipboard'
import type { FlowEdits } from './use-flow-edits'
import { usualWay, wayTo, wayWithId, type Way } from './ways'

interface FlowKeys {
  readonly flow: Flow
  readonly chosen: ReadonlySet<string>
  readonly edits: FlowEdits
  readonly choose: (ids: readonly string[]) => void
  /** Opens the menu for what follows a step. */
  readonly onAdd: (step: string) => void
  /** Asks what is kept where a step has branches, then removes. */
  readonly onRemove: () => void
}

export function useFlowKeys(given: FlowKeys): void {
  const current = useRef(given)
  useEffect(() => {
    current.current = given
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isTyping(event.target) && handle(event, current.current)) event.preventDefault()
    }
    const copy = (event: ClipboardEvent) => {
      const keys = current.current
      const text = isTyping(event.target) || hasMarked() ? null : writeSteps(keys.flow, keys.chosen)
      if (text === null) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      if (event.type === 'cut') void keys.edits.remove([...keys.chosen])
    }
    const paste = (event: ClipboardEvent) => {
      const keys = current.current
      const copied = isTyping(event.target) ? null : readSteps(event.clipboardData?.getData('text/plain') ?? '')
      const way = copied && wayInHand(keys)
      if (copied === null || !way) return
      event.preventDefault()
      void keys.edits.paste(copied, way)
    }
    document.addEventListener('keydown', press)
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [])
}

function handle(event: KeyboardEvent, keys: FlowKeys): boolean {
  const { flow, chosen, edits, choose, onAdd, onRemove } = keys
  const [only] = chosen.size === 1 ? [...chosen] : []
  const isCommand = event.ctrlKey || event.metaKey
  if ((event.key === 'Delete' || event.key === 'Backspace') && chosen.size > 0) {
    onRemove()
    return true
  }
  if (isCommand && event.key.toLowerCase() === 'd' && chosen.size > 0) return duplicate(keys)
  if (isCommand && event.key.toLowerCase() === 'a') {
    choose(flow.nodes.map(({ id }) => id))
    return true
  }
  if (event.key === 'Escape' && chosen.size > 0) {
    choose([])
    return true
  }
  if (isCommand || only === undefined) return false
  if (event.key === '+' || event.key === 'Insert') {
    onAdd(only)
    return true
  }
  if (event.key === 'F2') {
    document.querySelector<HTMLInputElement>('[data-step-name] input')?.select()
    return true
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false
  if (event.altKey && only !== TRIGGER) moveAlong(flow, only, event.key === 'ArrowDown', edits)
  else walk(flow, only, event.key === 'ArrowDown', choose)
  return true
}

function duplicate({ flow, chosen, edits }: FlowKeys): boolean {
  writeSteps(flow, chosen)
  const copied = lastCopied()
  const last = [...chosen].at(-1)
  const way = last === undefined ? undefined : usualWay(flow, last)
  if (copied === null || way === undefined) return false
  void edits.paste(copied, way)
  return true
}

/** To the step after or before, on the usual course. */
function walk(flow: Flow, from: string, isDown: boolean, choose: (ids: readonly string[]) => void): void {
  const next = isDown ? usualWay(flow, from)?.to : wayTo(flow, from)?.after
  if (next === undefined || (next !== TRIGGER && !flow.nodes.some(({ id }) => id === next))) return
  choose([next])
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-card="${next}"]`)?.focus({ preventScroll: true }))
}

/** Past the step after it, or before the one before it. */
function moveAlong(flow: Flow, id: string, isDown: boolean, edits: FlowEdits): void {
  const next = usualWay(flow, id)?.to
  const before = wayTo(flow, id)?.after
  const way = isDown ? (next === undefined ? undefined : usualWay(flow, next)) : before === undefined ? undefined : wayTo(flow, before)
  if (way !== undefined) edits.move(id, way)
}

/** The + that has the focus, else what follows the last of what is chosen. */
function wayInHand({ flow, chosen }: FlowKeys): Way | undefined {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['way'] : undefined
  if (focused !== undefined) return wayWithId(flow, focused)
  return usualWay(flow, [...chosen].at(-1) ?? TRIGGER)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, [role="dialog"], [role="combobox"], [role="listbox"], .cm-editor') !== null)
}

/** Whether text is marked, which is what should be copied then. */
function hasMarked(): boolean {
  return (window.getSelection()?.toString() ?? '') !== ''
}
