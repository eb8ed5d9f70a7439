/** Where in the inbox one is, as its address says: /inbox/<what is open>?box=<which list>. */
import { useNavigate, useSearchParams } from 'react-router'

import type { TaskBox } from '@/shared/flows/wire'

export const BOXES: readonly TaskBox[] = ['todo', 'done', 'started']

export function boxIn(given: string | null): TaskBox {
  return BOXES.find((box) => box === given) ?? 'todo'
}

export function inboxAddress(box: TaskBox, open?: string): string {
  const path = open === undefined ? '/inbox' : `/inbox/${encodeURIComponent(open)}`
  return box === 'todo' ? path : `${path}?box=${box}`
}

export interface InboxPlace {
  readonly box: TaskBox
  readonly go: (box: TaskBox, open?: string) => void
}

export function useInboxPlace(): InboxPlace {
  const [query] = useSearchParams()
  const navigate = useNavigate()
  return { box: boxIn(query.get('box')), go: (box, open) => void navigate(inboxAddress(box, open)) }
}
