/** Says that unsaved entries from before were put back, and offers to drop them. */
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { formatRelative } from '@/core/i18n/format'
import { useFieldScope } from '@/plugins/fields/scope'
import { useNow } from '@/ui/use-now'

interface DraftNoticeProps {
  /** When they were typed; null when there are none. */
  readonly restoredAt: string | null
  readonly onDiscard: () => void
  readonly onClose: () => void
}

export function DraftNotice({ restoredAt, onDiscard, onClose }: DraftNoticeProps) {
  const { t } = useTranslation()
  const { locale } = useFieldScope()
  const now = useNow()
  if (restoredAt === null) return null
  return (
    <Alert
      type="info"
      showIcon
      title={t('record:draft.restored', { when: formatRelative(restoredAt, locale, now) })}
      closable={{ onClose }}
      action={
        <Button size="small" onClick={onDiscard}>
          {t('record:draft.discard')}
        </Button>
      }
    />
  )
}
