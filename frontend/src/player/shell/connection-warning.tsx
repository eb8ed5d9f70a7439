/** Warns, without blocking, that others on the network could read along; a connection to this very machine is no risk. */
import { WarningOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'

import { issueText } from '@/core/issues/issue-text'
import { useSession } from '@/shared/session/session-context'

import styles from './shell.module.css'

export function ConnectionWarning() {
  const { t } = useTranslation()
  const { warning } = useSession()
  if (warning === null || window.isSecureContext) return null
  const sentence = issueText(t, { code: warning, pointer: '', params: {} })
  return (
    <Popover trigger="click" content={<p className={styles['warning']}>{sentence}</p>}>
      <Button
        type="text"
        danger
        icon={<WarningOutlined aria-hidden />}
        aria-label={t('shell:connection.warning')}
        title={sentence}
      />
    </Popover>
  )
}
