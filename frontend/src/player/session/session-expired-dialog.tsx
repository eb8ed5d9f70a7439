/** The session ended while somebody worked: sign in again on the spot, so that nothing typed is lost. */
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'

import { endSessionExpiry, useSessionExpired } from '@/shared/api/session-expiry'
import { useDemoPeople, useSignIn, useSignOut } from '@/shared/session/use-session'
import { IssueList } from '@/ui/feedback/issue-list'
import { issuesOf } from '@/shared/api/problem'

import { PasswordForm } from './password-form'
import styles from './sign-in.module.css'

interface SessionExpiredDialogProps {
  readonly login: string
  readonly name: string
}

export function SessionExpiredDialog({ login, name }: SessionExpiredDialogProps) {
  const { t } = useTranslation()
  const isOpen = useSessionExpired()
  const signIn = useSignIn()
  const leave = useLeave()
  const isDemoPerson = useDemoPeople().data?.some((person) => person.login === login) ?? false
  const resume = (password?: string) =>
    signIn.mutate({ login, ...(password !== undefined && { password }) }, { onSuccess: () => endSessionExpiry(true) })
  return (
    <Modal open={isOpen} title={t('session:expired.title')} footer={null} closable={false} destroyOnHidden>
      <div className={styles['dialog']}>
        <p>{t('session:expired.hint', { name })}</p>
        {signIn.error !== null && <IssueList issues={issuesOf(signIn.error)} />}
        <PasswordForm login={login} isBusy={signIn.isPending} onSubmit={({ password }) => resume(password)} />
        {isDemoPerson && (
          <Button block onClick={() => resume()}>
            {t('session:expired.demo', { name })}
          </Button>
        )}
        <Button type="link" block onClick={leave}>
          {t('session:expired.other')}
        </Button>
      </div>
    </Modal>
  )
}

/** Gives up the interrupted work and goes to the sign-in page. */
function useLeave(): () => void {
  const { forget } = useSignOut()
  return () => {
    endSessionExpiry(false)
    forget()
  }
}
