/** `/design/:app/entity/:name`: the designer of one entity. */
import type { Entity } from '@/generated/metadata'

import { DocumentPage } from '../frame/document-page'
import { EntityDesigner } from './entity-designer'

export default function EntityDesignerPage() {
  return <DocumentPage<Entity> folder="entities">{(entity, back) => <EntityDesigner key={entity.id} entity={entity} back={back} />}</DocumentPage>
}
