/** `/design/:app/roles`: all roles side by side for one entity, and what is new among them. */
import { useParams } from 'react-router'

import { DraftingProvider } from '../drafting/drafting-provider'
import { useBack } from '../drafting/use-back'
import { RolesDesigner } from './roles-designer'

export default function RolesPage() {
  const { app = '' } = useParams()
  const back = useBack(app)
  return (
    <DraftingProvider app={app}>
      <RolesDesigner back={back} />
    </DraftingProvider>
  )
}
