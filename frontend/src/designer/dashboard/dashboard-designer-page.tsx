/** `/design/:app/dashboard/:name`: the designer of one dashboard. */
import type { Dashboard } from '@/generated/metadata'

import { DocumentPage } from '../frame/document-page'
import { DashboardDesigner } from './dashboard-designer'

export default function DashboardDesignerPage() {
  return <DocumentPage<Dashboard> folder="dashboards">{(dashboard, back) => <DashboardDesigner key={dashboard.id} dashboard={dashboard} back={back} />}</DocumentPage>
}
