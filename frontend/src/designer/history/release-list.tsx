/** What was published, newest first, and the way back to any of it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'

import { formatRelative } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { issueText } from '@/core/issues/issue-text'
import type { Label } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import { request } from '@/shared/api/request'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { useNow } from '@/ui/use-now'

import { useDrafting } from '../drafting/draft-context'
import { usePublishedHere } from '../publish/published-here'
import styles from './history.module.css'

interface ReleaseEntry {
  readonly number: number
  readonly note: string
  readonly at: string
  readonly by: { readonly id: string; readonly name: Label } | null
}

export function ReleaseList() {
  const { draft } = useDrafting()
  const { data } = useQuery({
    queryKey: ['design', draft.app, 'releases', draft.newest_release],
    queryFn: () => request<{ readonly items: readonly ReleaseEntry[] }>(`/design/${encodeURIComponent(draft.app)}/releases`),
  })
  if (data === undefined) return <Loading rows={3} />
  return (
    <div className={styles['panel']}>
      <ol className={styles['edits']}>
        {data.items.map((release) => (
          <ReleaseLine key={release.number} release={release} isNewest={release.number === draft.newest_release} />
        ))}
      </ol>
    </div>
  )
}

function ReleaseLine({ release, isNewest }: { readonly release: ReleaseEntry; readonly isNewest: boolean }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const now = useNow()
  const rollBack = useRollBack(release.number)
  return (
    <li className={styles['release']}>
      <span>
        <strong>{t('designer:release.number', { number: release.number })}</strong> {release.note}
        <span className={styles['when']}>
          {text(release.by?.name, locale)} {formatRelative(release.at, locale, now)}
        </span>
      </span>
      {isNewest ? (
        <span className={styles['when']}>{t('designer:release.inUse')}</span>
      ) : (
        <Popconfirm title={t('designer:release.backAsk', { number: release.number })} description={t('designer:release.backHint')} onConfirm={rollBack}>
          <Button size="small">{t('designer:release.back')}</Button>
        </Popconfirm>
      )}
    </li>
  )
}

function useRollBack(number: number): () => Promise<void> {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { draft, refresh } = useDrafting()
  const client = useQueryClient()
  return async () => {
    try {
      const note = t('designer:release.backNote', { number })
      const answer = await request<{ readonly release: number }>(`/design/${encodeURIComponent(draft.app)}:roll-back`, { method: 'POST', body: { release: number, note } })
      usePublishedHere.setState({ app: draft.app, release: answer.release })
      await Promise.all([refresh(), client.invalidateQueries({ queryKey: ['definition', draft.app] })])
      void message.success(t('designer:release.backDone', { number }))
    } catch (fault) {
      void message.error(issuesOf(fault).map((issue) => issueText(t, issue)).join(' '))
    }
  }
}
