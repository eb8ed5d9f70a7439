/** Asks before something that cannot be taken back at once; the safe answer has the focus. */
import { App } from 'antd'
import { useCallback, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface DangerQuestion {
  readonly title: string
  /** What will happen, and what can still be done about it. */
  readonly consequence: ReactNode
  /** The verb on the red button. */
  readonly action: string
}

/** A function that resolves to true when the person really means it. */
export function useConfirmDanger(): (question: DangerQuestion) => Promise<boolean> {
  const { modal } = App.useApp()
  const { t } = useTranslation()
  return useCallback(
    async ({ title, consequence, action }: DangerQuestion) =>
      await modal.confirm({
        title,
        content: consequence,
        okText: action,
        okButtonProps: { danger: true },
        cancelText: t('common:cancel'),
        focusable: { autoFocusButton: 'cancel' },
      }),
    [modal, t],
  )
}
