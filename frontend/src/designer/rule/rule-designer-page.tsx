/** `/design/:app/rule/:rule`: opens the draft and the decision table in it. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'

import { EmptyState } from '@/ui/feedback/empty-state'

import { ruleNamed } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DraftingProvider } from '../drafting/drafting-provider'
import { useBack } from '../drafting/use-back'
import { RuleDesigner } from './rule-designer'

export default function RuleDesignerPage() {
  const { app = '', rule = '' } = useParams()
  return (
    <DraftingProvider app={app}>
      <OpenedRule app={app} name={rule} />
    </DraftingProvider>
  )
}

function OpenedRule({ app, name }: { readonly app: string; readonly name: string }) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const back = useBack(app)
  const rule = ruleNamed(draft, name)
  if (rule !== undefined) return <RuleDesigner key={rule.id} rule={rule} back={back} />
  const home = (
    <Link to={back}>
      <Button type="primary">{t('designer:bar.use')}</Button>
    </Link>
  )
  return <EmptyState title={t('rules:missing')} hint={t('rules:missingHint')} actions={home} />
}
