/** The levels below a member as entries of a menu; those an author did not set are folded away. */
import { useTranslation } from 'react-i18next'

import type { WayDown } from './picture-props'

export function useLevelItems(ways: readonly WayDown[]) {
  const { t } = useTranslation()
  const near = ways.filter(({ group }) => group !== 'free').map(({ key, label, go }) => ({ key, label: t('reports:mark.down', { level: label }), onClick: go }))
  const free = ways.filter(({ group }) => group === 'free').map(({ key, label, go }) => ({ key, label, onClick: go }))
  return free.length === 0 ? near : [...near, { key: 'free', label: t('reports:mark.free'), children: free }]
}
