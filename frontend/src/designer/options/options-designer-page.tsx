/** `/design/:app/options/:name`: the designer of one shared option list. */
import type { Options } from '@/generated/metadata'

import { DocumentPage } from '../frame/document-page'
import { OptionsDesigner } from './options-designer'

export default function OptionsDesignerPage() {
  return <DocumentPage<Options> folder="options">{(options, back) => <OptionsDesigner key={options.id} options={options} back={back} />}</DocumentPage>
}
