/** The words for members that are not there, the rest, and yes and no. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { MemberWords } from '@/core/query/member'

export function useMemberWords(): MemberWords {
  const { t } = useTranslation()
  return useMemo(
    () => ({ none: t('reports:member.none'), others: t('reports:member.others'), yes: t('reports:member.yes'), no: t('reports:member.no'), earlier: t('reports:earlier') }),
    [t],
  )
}
