/** My API tokens: keys with which programs act in my name, each with its own end. */
import { KeyOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { issuesOf } from '@/shared/api/problem'
import { useSession } from '@/shared/session/session-context'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { NewTokenDialog } from './new-token-dialog'
import { TokenList } from './token-list'
import { useTokens } from './tokens'

export default function TokensPage() {
  const { t } = useTranslation()
  const [isMaking, setMaking] = useState(false)
  const make = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>
      {t('account:tokens.new')}
    </Button>
  )
  return (
    <Page>
      <PageHeader title={t('account:tokens')} description={t('account:tokens.description')} actions={make} />
      <Tokens />
      <NewTokenDialog isOpen={isMaking} onClose={() => setMaking(false)} />
    </Page>
  )
}

function Tokens() {
  const { t } = useTranslation()
  const { data: tokens, error } = useTokens(useSession().user.id)
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (tokens === undefined) return <Loading rows={3} />
  if (tokens.length > 0) return <TokenList tokens={tokens} />
  return (
    <EmptyState
      icon={<KeyOutlined aria-hidden />}
      title={t('account:tokens.none')}
      hint={t('account:tokens.none.hint')}
    />
  )
}
