/** `/design/:app/form/:name`: the designer of one form. */
import type { Form } from '@/generated/metadata'

import { entityWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DocumentPage } from '../frame/document-page'
import { ForeseenDrafting } from './foreseen-drafting'
import { FormDesigner } from './form-designer'

export default function FormDesignerPage() {
  return (
    <DocumentPage<Form> folder="forms">
      {(form, back) => (
        <ForeseenDrafting key={form.id}>
          <OpenedForm id={form.id} back={back} />
        </ForeseenDrafting>
      )}
    </DocumentPage>
  )
}

function OpenedForm({ id, back }: { readonly id: string; readonly back: string }) {
  const { draft } = useDrafting()
  const form = Object.values(draft.documents).find((document): document is Form => document.id === id)
  const entity = form && entityWithId(draft, form.entity)
  return form && entity && <FormDesigner form={form} entity={entity} back={back} />
}
