/** Who else has a designer of this app open, and what they are at. */
import { useQuery } from '@tanstack/react-query'
import { Avatar, Tooltip } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'
import { useSession } from '@/shared/session/session-context'
import { useLocale } from '@/ui/locale/interface-language'
import { PersonAvatar } from '@/ui/person/person-avatar'

import type { Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './frame.module.css'

interface Colleague {
  readonly id: string
  readonly name: Label
  readonly file: string
}

// Whoever has given no sign for a minute counts as gone.
const SIGN_EVERY = 20_000

export function Colleagues({ file }: { readonly file: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const others = useColleagues(draft.app, file)
  if (others.length === 0) return null
  const names = others.map(({ name }) => text(name, locale))
  return (
    <span className={styles['colleagues']} role="group" aria-label={t('frame:here.title', { names: names.join(', ') })}>
      <Avatar.Group max={{ count: 4 }} size={24}>
        {others.map((each) => (
          <Tooltip key={each.id} title={whereabouts(each)}>
            <span>
              <PersonAvatar name={text(each.name, locale)} size={24} />
            </span>
          </Tooltip>
        ))}
      </Avatar.Group>
    </span>
  )

  function whereabouts({ name, file: at }: Colleague): string {
    const label = labelOf(draft, at)
    const person = text(name, locale)
    return label === undefined ? person : t('frame:here.at', { name: person, document: text(label, locale) })
  }
}

function labelOf(draft: Draft, file: string): Label | undefined {
  return draft.documents[file]?.label
}

/** Gives a sign of life and learns of the others; a page nobody looks at gives none. */
function useColleagues(app: string, file: string): readonly Colleague[] {
  const { user } = useSession()
  const path = `/design/${encodeURIComponent(app)}/presence`
  const { data } = useQuery({
    queryKey: ['designers', app, file],
    queryFn: () => request<{ readonly people: readonly Colleague[] }>(path, { method: 'PUT', body: { file } }),
    refetchInterval: SIGN_EVERY,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })
  useEffect(
    () => () => {
      void request(path, { method: 'PUT', body: { leaving: true } }).catch(() => undefined)
    },
    [path],
  )
  return (data?.people ?? []).filter(({ id }) => id !== user.id)
}
