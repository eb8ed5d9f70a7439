/** Taking an item out of the navigation: what it leads to stays, and so does what stands in a group. */
import type { NavigationItem } from '@/generated/metadata'

import { useDrafting } from '../drafting/draft-context'
import { useNavigation } from './navigation-context'
import { targetOf, type Way } from './navigation-tree'

export function useRemoving(): (item: NavigationItem, at: Way) => void {
  const { edit } = useDrafting()
  const { choose } = useNavigation()
  return (item, at) => {
    const target = targetOf(item)
    choose(null)
    void (target === undefined ? edit('remove_navigation_group', { at }) : edit('remove_navigation_item', { [target.kind]: target.id }))
  }
}
