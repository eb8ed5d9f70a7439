/** `/design/:app/report/:name`: the designer of one report. */
import type { Report } from '@/generated/metadata'

import { DocumentPage } from '../frame/document-page'
import { ReportDesigner } from './report-designer'

export default function ReportDesignerPage() {
  return <DocumentPage<Report> folder="reports">{(report, back) => <ReportDesigner key={report.id} report={report} back={back} />}</DocumentPage>
}
