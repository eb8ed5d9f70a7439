/** The page of the app the person came from; only addresses of this app count. */
import { useSearchParams } from 'react-router'

export function useBack(app: string): string {
  const [search] = useSearchParams()
  const home = `/a/${app}`
  const from = search.get('back') ?? ''
  return from === home || from.startsWith(`${home}/`) ? from : home
}
