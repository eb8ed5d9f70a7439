/** What the keys mean on the canvas. */
export type KeyAction =
  | { readonly kind: 'go'; readonly by: number; readonly isExtending: boolean }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'widen'; readonly by: number }
  | { readonly kind: 'remove' | 'rename' | 'all' | 'duplicate' | 'leave' }

interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const WAYS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

export function keyAction({ key, shiftKey, altKey, ctrlKey, metaKey }: Pressed): KeyAction | undefined {
  const way = WAYS[key]
  if (way !== undefined && altKey) return { kind: key === 'ArrowRight' || key === 'ArrowLeft' ? 'widen' : 'move', by: way }
  if (way !== undefined && !ctrlKey && !metaKey) return { kind: 'go', by: way, isExtending: shiftKey }
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'a') return { kind: 'all' }
    return key.toLowerCase() === 'd' ? { kind: 'duplicate' } : undefined
  }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'remove' }
  if (key === 'F2') return { kind: 'rename' }
  return key === 'Escape' ? { kind: 'leave' } : undefined
}
