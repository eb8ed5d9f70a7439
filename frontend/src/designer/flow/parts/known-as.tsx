/** The name under which later steps know what a step found. */
import { useTranslation } from 'react-i18next'

import type { DesignIssue } from '../../drafting/draft'
import { CommittedInput } from '../../inspector/committed-input'
import { Property } from '../../inspector/property'

interface KnownAsProps {
  readonly name: string | undefined
  readonly issues: DesignIssue[]
  readonly onCommit: (name: string | null) => void
}

export function KnownAs({ name = '', issues, onCommit }: KnownAsProps) {
  const { t } = useTranslation()
  return (
    <Property title={t('flowdesign:knownAs.title')} hint={t('flowdesign:knownAs.hint', { name: name === '' ? 'found' : name })} issues={issues}>
      {({ id, describedBy, isInvalid }) => <CommittedInput id={id} describedBy={describedBy} isInvalid={isInvalid} value={name} maxLength={40} onCommit={(typed) => onCommit(typed.trim() === '' ? null : typed.trim())} />}
    </Property>
  )
}
