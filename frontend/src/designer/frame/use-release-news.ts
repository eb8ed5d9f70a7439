/** Tells who is designing that a colleague published meanwhile. */
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { Draft } from '../drafting/draft'
import { usePublishedHere } from '../publish/published-here'

export function useReleaseNews({ app, newest_release: newest }: Draft): void {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const known = useRef({ app, newest })
  const isOwn = usePublishedHere((state) => state.release === newest && state.app === app)
  useEffect(() => {
    const isNews = known.current.app === app && newest > known.current.newest
    known.current = { app, newest }
    if (isNews && !isOwn) {
      notification.info({ key: `release-${app}`, title: t('frame:news.release', { number: newest }), description: t('frame:news.releaseHint') })
    }
  }, [app, isOwn, newest, notification, t])
}
