/** `/design/:app/navigation`: what an app offers at its left, in which order and groups. */
import { useParams } from 'react-router'

import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DraftingProvider } from '../drafting/drafting-provider'
import { useBack } from '../drafting/use-back'
import { NavigationDesigner } from './navigation-designer'

export default function NavigationDesignerPage() {
  const { app = '' } = useParams()
  return (
    <DraftingProvider app={app}>
      <Opened app={app} />
    </DraftingProvider>
  )
}

function Opened({ app }: { readonly app: string }) {
  const { draft } = useDrafting()
  return <NavigationDesigner app={appOf(draft)} back={useBack(app)} />
}
