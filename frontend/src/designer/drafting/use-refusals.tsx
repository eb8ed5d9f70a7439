/** Says why an edit was refused, with a way to each place that stands against it; one that had waited can be tried again. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { issueText } from '@/core/issues/issue-text'

import { designerAddress } from '../frame/places'
import { draftQuery } from './draft-query'
import type { EditQueue, Refusal } from './edit-queue'
import { placeOf, type IssuePlace } from './issue-place'
import styles from './refusals.module.css'

const SECONDS = 6

export function useRefusals(app: string, queue: EditQueue, refused: readonly Refusal[]): void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message, notification } = App.useApp()
  const told = useRef(new Set<Refusal>())
  useEffect(() => {
    for (const refusal of refused) {
      if (told.current.has(refusal)) continue
      told.current.add(refusal)
      void client.invalidateQueries({ queryKey: draftQuery(app).queryKey, exact: true })
      const hasLinks = refusal.issues.some((issue) => placeOf(issue) !== null)
      if (!refusal.isLate && !hasLinks) {
        void message.error({ content: <Reasons refusal={refusal} />, duration: SECONDS })
        queue.giveUp(refusal)
        continue
      }
      const key = refusal.edit.id
      const close = () => notification.destroy(key)
      // Notices hang outside the router, so they are handed the way.
      const go = ({ file, place }: IssuePlace) => {
        close()
        void navigate(designerAddress(app, file, place))
      }
      notification.warning({
        key,
        duration: refusal.isLate ? 0 : 15,
        title: <Title isLate={refusal.isLate} />,
        description: <Reasons refusal={refusal} onGo={go} />,
        actions: refusal.isLate && <TryAgain onClick={() => (close(), queue.tryAgain(refusal))} />,
        onClose: () => queue.giveUp(refusal),
      })
    }
  }, [app, client, message, navigate, notification, queue, refused])
}

function Title({ isLate }: { readonly isLate: boolean }) {
  const { t } = useTranslation()
  return <>{t(isLate ? 'frame:refused.late' : 'frame:refused.title')}</>
}

function TryAgain({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <Button size="small" onClick={onClick}>
      {t('frame:refused.again')}
    </Button>
  )
}

interface ReasonsProps {
  readonly refusal: Refusal
  readonly onGo?: (place: IssuePlace) => void
}

function Reasons({ refusal, onGo }: ReasonsProps) {
  const { t } = useTranslation()
  const lines = new Map(refusal.issues.map((issue) => [issueText(t, issue) + issue.pointer, issue]))
  return (
    <span className={styles['reasons']}>
      {[...lines].map(([key, issue]) => {
        const place = placeOf(issue)
        const words = issueText(t, issue)
        return place === null ? (
          <span key={key}>{words}</span>
        ) : (
          <Button key={key} type="link" size="small" className={styles['link'] ?? ''} onClick={() => onGo?.(place)}>
            {words}
          </Button>
        )
      })}
    </span>
  )
}
