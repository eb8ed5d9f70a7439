/** The first page anybody sees: what this is, in which language, and the way in. */
import { Divider } from 'antd'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useSearchParams } from 'react-router'

import { issuesOf } from '@/shared/api/problem'
import { useDemoPeople, useMaybeSession, useSignIn, type Credentials } from '@/shared/session/use-session'
import { IssueList } from '@/ui/feedback/issue-list'
import { AppearanceSwitch } from '@/ui/switches/appearance-switch'
import { LanguageSwitch } from '@/ui/switches/language-switch'

import { DemoPeople } from './demo-people'
import { PasswordForm } from './password-form'
import styles from './sign-in.module.css'
import { Welcome } from './welcome'

export default function SignInPage() {
  const target = useTarget()
  const { data: session } = useMaybeSession()
  if (session) return <Navigate to={target} replace />
  return (
    <div className={styles['screen']}>
      <Welcome />
      <main className={styles['entrance']}>
        <div className={styles['switches']}>
          <LanguageSwitch />
          <AppearanceSwitch />
        </div>
        <Entrance target={target} />
      </main>
    </div>
  )
}

function Entrance({ target }: { readonly target: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const signIn = useSignIn()
  const people = useDemoPeople().data ?? []
  const enter = (credentials: Credentials) =>
    signIn.mutate(credentials, { onSuccess: () => void navigate(target, { replace: true }) })
  return (
    <div className={people.length > 0 ? styles['wideCard'] : styles['card']}>
      <h1 className={styles['title']}>{t('session:title')}</h1>
      {signIn.error !== null && <IssueList issues={issuesOf(signIn.error)} title={t('session:refused')} />}
      {people.length > 0 && (
        <>
          <DemoPeople people={people} isBusy={signIn.isPending} onChoose={(login) => enter({ login })} />
          <Divider plain>{t('session:orPassword')}</Divider>
        </>
      )}
      <PasswordForm isBusy={signIn.isPending} onSubmit={enter} />
    </div>
  )
}

/** Where to go after signing in: a path of our own, never another host. */
function useTarget(): string {
  const [search] = useSearchParams()
  const next = search.get('next') ?? '/'
  return /^\/(?![/\\])/.test(next) ? next : '/'
}
