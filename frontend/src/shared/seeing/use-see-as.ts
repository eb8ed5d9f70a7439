/** Beginning and ending to see an app as somebody else; the page is loaded anew, so that nothing of the other eyes stays. */
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'react-router'

import { request } from '@/shared/api/request'

import { heldSeeing, holdSeeing } from './held-seeing'

interface Seen {
  readonly app: string
  /** Id of the person. */
  readonly person: string
}

/** Starts seeing an app as a person. */
export function useSeeAs() {
  const { pathname, search } = useLocation()
  return useMutation({
    mutationFn: (seen: Seen) => request<{ readonly token: string }>('/seeing', { method: 'POST', body: seen }),
    onSuccess: ({ token }, { app }) => {
      holdSeeing({ token, back: pathname + search })
      window.location.assign(`/a/${encodeURIComponent(app)}`)
    },
  })
}

/** Goes back to one's own eyes, where it began. */
export function endSeeing(): void {
  const back = heldSeeing()?.back ?? '/'
  holdSeeing(null)
  window.location.assign(back)
}
