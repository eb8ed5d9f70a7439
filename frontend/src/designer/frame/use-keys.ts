/** The keys of the designer that is open: what each does is wired and told on the sheet of keys in one place. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { create } from 'zustand'

import { isTyping } from './is-typing'

export interface KeyCommand {
  /** As `Ctrl+Shift+Z`, `F2`, `?` or `Delete`; `Ctrl` is the command key on a Mac. */
  readonly keys: string
  /** What it does, in the language of the interface. */
  readonly label: string
  /** Without it the key is only told: what is chosen listens itself. */
  readonly run?: () => void
  /** Whether it works while a text is being typed as well. */
  readonly whileTyping?: boolean
}

export type KeyHint = Pick<KeyCommand, 'keys' | 'label'>

interface Sheet {
  readonly lists: ReadonlyMap<object, readonly KeyHint[]>
}

const useSheet = create<Sheet>(() => ({ lists: new Map() }))

/** All keys at hand, those of the frame first. */
export function useKeySheet(): readonly KeyHint[] {
  const lists = useSheet((sheet) => sheet.lists)
  return [...lists.values()].flat()
}

/** Adds keys as long as the component is there. */
export function useKeys(commands: readonly KeyCommand[]): void {
  const latest = useRef(commands)
  useLayoutEffect(() => {
    latest.current = commands
  })
  const told = JSON.stringify(commands.map(({ keys, label }) => ({ keys, label })))
  useEffect(() => {
    const own = JSON.parse(told) as readonly KeyHint[]
    useSheet.setState(({ lists }) => ({ lists: new Map(lists).set(own, own) }))
    return () => useSheet.setState(({ lists }) => ({ lists: new Map([...lists].filter(([each]) => each !== own)) }))
  }, [told])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const command = latest.current.find(({ keys, run }) => run !== undefined && isPressed(keys, event))
      if (command === undefined || (isTyping(event.target) && command.whileTyping !== true)) return
      event.preventDefault()
      command.run?.()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** Whether an event is a combination such as `Ctrl+Shift+Z`. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (part: string) => parts.slice(0, -1).includes(part)
  // A sign such as ? is typed with Shift on most keyboards.
  const isShiftRight = /^[^a-z0-9]$/i.test(key) || wants('Shift') === event.shiftKey
  const isCtrlRight = wants('Ctrl') === (event.ctrlKey || event.metaKey)
  return event.key.toLowerCase() === key.toLowerCase() && isShiftRight && isCtrlRight && wants('Alt') === event.altKey
}
