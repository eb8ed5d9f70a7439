/** Keys of the inbox: J and K go through the list, A and R lead to the decision, which Enter then makes; never while typing. */
import type { KeyboardEvent } from 'react'

interface KeyTargets {
  readonly ids: readonly string[]
  readonly shown: string | undefined
  readonly show: (id: string) => void
}

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="grid"], [role="dialog"], [role="combobox"]'
const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 }

export function useInboxKeys({ ids, shown, show }: KeyTargets): (event: KeyboardEvent) => void {
  return (event) => {
    const key = event.key.toLowerCase()
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const step = STEPS[key]
    const next = step === undefined || shown === undefined ? undefined : ids[ids.indexOf(shown) + step]
    const target = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key.toUpperCase()}"]`)
    if (next === undefined && target === null) return
    event.preventDefault()
    if (next === undefined) target?.focus()
    else show(next)
  }
}

function isTyping(target: EventTarget): boolean {
  return target instanceof Element && target.closest(TYPING) !== null
}
