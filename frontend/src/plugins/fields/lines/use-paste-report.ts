/** Says what a pasted block became: how many lines, and how many cells could not be read. */
import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import type { CellWrite } from '@/core/forms/lines'

export function usePasteReport(): (writes: readonly CellWrite[]) => void {
  const { message } = App.useApp()
  const { t } = useTranslation()
  return useCallback(
    (writes) => {
      const lines = new Set(writes.map(({ at }) => at)).size
      const faulty = writes.filter(({ rejected }) => rejected !== undefined).length
      if (faulty > 0) message.warning(t('fields:lines.pasted-faulty', { lines, count: faulty }))
      else if (lines > 1) message.success(t('fields:lines.pasted', { count: lines }))
    },
    [message, t],
  )
}
