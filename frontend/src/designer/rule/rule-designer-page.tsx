/** `/design/:app/rule/:name`: the designer of one decision table. */
import type { Rule } from '@/generated/metadata'

import { DocumentPage } from '../frame/document-page'
import { RuleDesigner } from './rule-designer'

export default function RuleDesignerPage() {
  return <DocumentPage<Rule> folder="rules">{(rule, back) => <RuleDesigner key={rule.id} rule={rule} back={back} />}</DocumentPage>
}
