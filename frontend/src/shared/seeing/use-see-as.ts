/** Beginning and ending to see an app as somebody else; the page is loaded anew, so that nothing of the other eyes stays. */
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'react-router'

import { request } from '@/shared/api/request'

import { heldSeeing, holdSeeing } from './held-seeing'

/** Starts seeing an app as a person, whose id is handed to it. */
export function useSeeAs(app: string) {
  const { pathname, search } = useLocation()
  return useMutation({
    mutationFn: (person: string) => request<{ readonly token: string }>('/seeing', { method: 'POST', body: { app, person } }),
    onSuccess: ({ token }) => {
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
