/** The text of a token just made, to copy now: nobody can show it again. */
import { Alert, Button, Typography } from 'antd'
import { useTranslation } from 'react-i18next'

import styles from './account.module.css'

interface MadeTokenTextProps {
  readonly token: string
  readonly onDone: () => void
}

export function MadeTokenText({ token, onDone }: MadeTokenTextProps) {
  const { t } = useTranslation()
  const example = `curl -H "Authorization: Bearer ${token}" ${window.location.origin}/api/apps`
  return (
    <div className={styles['made']}>
      <Alert type="warning" showIcon title={t('account:tokens.once')} />
      <Typography.Paragraph copyable={{ text: token }}>
        <code className={styles['secret']}>{token}</code>
      </Typography.Paragraph>
      <p>{t('account:tokens.try')}</p>
      <pre className={styles['example']}>{example}</pre>
      <Button type="primary" onClick={onDone}>
        {t('account:tokens.copied')}
      </Button>
    </div>
  )
}
