/** `/design/:app/page/:name`: the designer of one page. */
import type { Page } from '@/generated/metadata'

import { DocumentPage } from '../frame/document-page'
import { PageDesigner } from './page-designer'

export default function PageDesignerPage() {
  return <DocumentPage<Page> folder="pages">{(page, back) => <PageDesigner key={page.id} page={page} back={back} />}</DocumentPage>
}
