/** The dialog of the new thing that the address asks for: `/design/:app?new=<key>`. */
import { Suspense } from 'react'
import { useSearchParams } from 'react-router'

import { useDrafting } from '../drafting/draft-context'
import { NEW_THINGS } from './new-things'

export function NewThingDialog() {
  const { draft } = useDrafting()
  const [search, setSearch] = useSearchParams()
  const thing = NEW_THINGS.find(({ key }) => key === search.get('new'))
  if (thing === undefined) return null
  const close = () => setSearch((before) => new URLSearchParams([...before].filter(([name]) => name !== 'new')))
  return (
    <Suspense fallback={null}>
      <thing.Component app={draft.app} onClose={close} />
    </Suspense>
  )
}
