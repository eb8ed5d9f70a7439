/** The tokens a person has, each with what it may do, until when, and a way to end it. */
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'

import { formatInstant } from '@/core/i18n/format'
import { useConfirmDanger } from '@/ui/feedback/use-confirm-danger'
import { useLocale } from '@/ui/locale/interface-language'
import { useNow } from '@/ui/use-now'

import styles from './account.module.css'
import { useRevokeToken, type Token } from './tokens'

export function TokenList({ tokens }: { readonly tokens: readonly Token[] }) {
  const { t } = useTranslation()
  return (
    <ul className={styles['tokens']} aria-label={t('account:tokens')}>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
    </ul>
  )
}

function TokenRow({ token }: { readonly token: Token }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const revoke = useRevoke(token)
  const until = token.expires_at === null ? t('account:tokens.endless') : formatInstant(token.expires_at, locale)
  return (
    <li className={styles['token']}>
      <div className={styles['tokenWords']}>
        <strong>{token.name}</strong>
        <code>{token.prefix}…</code>
      </div>
      <Scopes token={token} />
      <span className={styles['tokenTimes']}>
        {t('account:tokens.made', { at: formatInstant(token.created_at, locale) })} ·{' '}
        {t('account:tokens.until', { until })}
      </span>
      <Button danger size="small" onClick={() => void revoke()}>
        {t('account:tokens.revoke')}
      </Button>
    </li>
  )
}

function Scopes({ token: { scopes, expires_at } }: { readonly token: Token }) {
  const { t } = useTranslation()
  const now = useNow()
  const isOver = expires_at !== null && new Date(expires_at) < now
  const words = scopes?.map((scope) => t(`account:action.${scope}`, { defaultValue: scope })) ?? [
    t('account:tokens.everything'),
  ]
  return (
    <span>
      {isOver && <Tag color="default">{t('account:tokens.over')}</Tag>}
      {words.map((word) => (
        <Tag key={word}>{word}</Tag>
      ))}
    </span>
  )
}

function useRevoke({ id, name }: Token): () => Promise<void> {
  const { t } = useTranslation()
  const confirm = useConfirmDanger()
  const { mutate } = useRevokeToken()
  return async () => {
    const isMeant = await confirm({
      title: t('account:tokens.revoke.title', { name }),
      consequence: t('account:tokens.revoke.consequence'),
      action: t('account:tokens.revoke'),
    })
    if (isMeant) mutate(id)
  }
}
