/** `/design/:app/template/:name`: the designer of one message. */
import type { Template } from '@/generated/metadata'

import { DocumentPage } from '../frame/document-page'
import { TemplateDesigner } from './template-designer'

export default function TemplateDesignerPage() {
  return <DocumentPage<Template> folder="templates">{(template, back) => <TemplateDesigner key={template.id} template={template} back={back} />}</DocumentPage>
}
