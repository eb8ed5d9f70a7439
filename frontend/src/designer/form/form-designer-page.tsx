/** `/design/:app/form/:name`: the designer of one form. */
import type { Form } from '@/generated/metadata'

import { entityWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DocumentPage } from '../frame/document-page'
import { FormDesigner } from './form-designer'

export default function FormDesignerPage() {
  return <DocumentPage<Form> folder="forms">{(form, back) => <OpenedForm key={form.id} form={form} back={back} />}</DocumentPage>
}

function OpenedForm({ form, back }: { readonly form: Form; readonly back: string }) {
  const { draft } = useDrafting()
  const entity = entityWithId(draft, form.entity)
  return entity && <FormDesigner form={form} entity={entity} back={back} />
}
