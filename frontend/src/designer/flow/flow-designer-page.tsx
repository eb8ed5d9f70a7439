/** `/design/:app/flow/:name`: the designer of one flow. */
import type { Flow } from '@/generated/metadata'

import { DocumentPage } from '../frame/document-page'
import { FlowDesigner } from './flow-designer'

export default function FlowDesignerPage() {
  return <DocumentPage<Flow> folder="flows">{(flow, back) => <FlowDesigner key={flow.id} flow={flow} back={back} />}</DocumentPage>
}
