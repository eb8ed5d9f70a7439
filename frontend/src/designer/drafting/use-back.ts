/** The page of the app the person came from; only addresses of this app count. */
import { useSearchParams } from 'react-router'

/** Without one, the page where a document is usually used. */
export function useBack(app: string, usual: string = `/a/${app}`): string {
  const [search] = useSearchParams()
  const home = `/a/${app}`
  const from = search.get('back') ?? ''
  return from === home || from.startsWith(`${home}/`) ? from : usual
}
