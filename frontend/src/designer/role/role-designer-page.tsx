/** `/design/:app/role/:name`: the editor of one role. */
import type { Role } from '@/generated/metadata'

import { DocumentPage } from '../frame/document-page'
import { RoleDesigner } from './role-designer'

export default function RoleDesignerPage() {
  return <DocumentPage<Role> folder="roles">{(role, back) => <RoleDesigner key={role.id} role={role} back={back} />}</DocumentPage>
}
