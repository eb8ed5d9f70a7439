/** The keys every designer has; what a designer adds it tells by `useKeys` itself. */
import { App } from 'antd'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'

import { useDrafting } from '../drafting/draft-context'
import { useFrameDialogs } from './frame-dialogs'
import { useKeys } from './use-keys'

const FOCUSABLE = 'button:not(:disabled), [href], input:not(:disabled), select, textarea, [tabindex="0"]'

export function useFrameKeys(panes: RefObject<HTMLElement | null>): void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { undo, redo } = useDrafting()
  const open = useFrameDialogs((dialogs) => dialogs.open)
  useKeys([
    { keys: 'Ctrl+Z', label: t('frame:key.undo'), run: () => undo() },
    { keys: 'Ctrl+Shift+Z', label: t('frame:key.redo'), run: () => redo() },
    { keys: 'Ctrl+Y', label: t('frame:key.redo'), run: () => redo() },
    { keys: 'Ctrl+K', label: t('frame:key.search'), run: () => open('search'), whileTyping: true },
    { keys: 'Ctrl+S', label: t('frame:key.save'), run: () => void message.success(t('frame:bar.savedAlready')), whileTyping: true },
    { keys: 'Ctrl+C', label: t('frame:key.copy') },
    { keys: 'Ctrl+X', label: t('frame:key.cut') },
    { keys: 'Ctrl+V', label: t('frame:key.paste') },
    { keys: 'Delete', label: t('frame:key.delete') },
    { keys: 'F6', label: t('frame:key.pane'), run: () => focusNextPane(panes.current, 1), whileTyping: true },
    { keys: 'Shift+F6', label: t('frame:key.pane'), run: () => focusNextPane(panes.current, -1), whileTyping: true },
    { keys: '?', label: t('frame:key.help'), run: () => open('keys') },
  ])
}

/** Goes from pane to pane, to the first thing in each that takes the focus. */
function focusNextPane(root: HTMLElement | null, step: 1 | -1): void {
  const panes = [...(root?.querySelectorAll<HTMLElement>('[data-pane]') ?? [])]
  if (panes.length === 0) return
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[now === -1 ? 0 : (now + step + panes.length) % panes.length]
  const inside = next?.querySelector<HTMLElement>(FOCUSABLE)
  inside?.focus()
}
