/** `/design/:app/view/:name`: the designer of one list. */
import type { View } from '@/generated/metadata'

import { entityWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DocumentPage } from '../frame/document-page'
import { ViewDesigner } from './view-designer'

export default function ViewDesignerPage() {
  return <DocumentPage<View> folder="views">{(view, back) => <OpenedView key={view.id} view={view} back={back} />}</DocumentPage>
}

function OpenedView({ view, back }: { readonly view: View; readonly back: string }) {
  const { draft } = useDrafting()
  const entity = entityWithId(draft, view.entity)
  return entity && <ViewDesigner view={view} entity={entity} back={back} />
}
