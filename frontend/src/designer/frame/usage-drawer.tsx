/** Where the thing in hand is used: every document and part of it in words, each a way there. */
import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { request } from '@/shared/api/request'
import { EmptyState } from '@/ui/feedback/empty-state'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import { say, type Words } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import type { Element } from './element'
import { useFrameDialogs } from './frame-dialogs'
import { withBack, type Place } from './places'
import styles from './usage.module.css'

interface Usage {
  readonly file: string
  readonly kind: string
  readonly place: Place
  readonly words: Words
}

interface Usages {
  readonly items: readonly Usage[]
  /** How many documents use it that this person may not know. */
  readonly unseen: number
}

interface UsageDrawerProps {
  readonly inHand: Element
  readonly back: string
  readonly onShow?: (file: string, place: Place) => void
}

export function UsageDrawer({ inHand, back }: UsageDrawerProps) {
  const { t } = useTranslation()
  const { shown, close } = useFrameDialogs()
  return (
    <Drawer open={shown === 'usages'} title={t('frame:usage.title', { name: inHand.label })} size={420} onClose={close} destroyOnHidden>
      <UsageList inHand={inHand} back={back} onLeave={close} />
    </Drawer>
  )
}

function UsageList({ inHand, back, onLeave }: UsageDrawerProps & { readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const { data } = useQuery({
    queryKey: ['design', draft.app, 'usages', inHand.id, draft.revision],
    queryFn: () => request<Usages>(`/design/${encodeURIComponent(draft.app)}/usages/${encodeURIComponent(inHand.id)}`),
  })
  if (data === undefined) return <Loading rows={3} />
  if (data.items.length === 0 && data.unseen === 0) {
    return <EmptyState title={t('frame:usage.none', { name: inHand.label })} hint={t('frame:usage.noneHint')} />
  }
  return (
    <>
      <ul className={styles['uses']}>
        {data.items.map((use) => (
          <li key={use.file + use.place.join('/')}>
            <Link to={withBack(draft.app, use.file, use.place, back)} className={styles['use']} onClick={onLeave}>
              {say(use.words, locale)}
            </Link>
          </li>
        ))}
      </ul>
      {data.unseen > 0 && <p className={styles['unseen']}>{t('frame:usage.unseen', { count: data.unseen })}</p>}
    </>
  )
}
