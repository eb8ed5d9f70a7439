/** `/design/:app/form/:form`: opens the draft and the form in it. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'

import { EmptyState } from '@/ui/feedback/empty-state'

import { entityWithId, formNamed } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DraftingProvider } from '../drafting/drafting-provider'
import { useBack } from '../drafting/use-back'
import { FormDesigner } from './form-designer'

export default function FormDesignerPage() {
  const { app = '', form = '' } = useParams()
  return (
    <DraftingProvider app={app}>
      <OpenedForm app={app} name={form} />
    </DraftingProvider>
  )
}

function OpenedForm({ app, name }: { readonly app: string; readonly name: string }) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const back = useBack(app)
  const form = formNamed(draft, name)
  const entity = form && entityWithId(draft, form.entity)
  if (form === undefined || entity === undefined) {
    const home = (
      <Link to={back}>
        <Button type="primary">{t('designer:bar.use')}</Button>
      </Link>
    )
    return <EmptyState title={t('designer:form.missing')} hint={t('designer:form.missingHint')} actions={home} />
  }
  return <FormDesigner key={form.id} form={form} entity={entity} back={back} />
}
