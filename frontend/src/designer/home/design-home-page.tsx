/** `/design/:app`: everything an app is made of, by kind, each one click from its designer, and what can be made new. */
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'

import { text } from '@/core/i18n/text'
import { EmptyState } from '@/ui/feedback/empty-state'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DraftingProvider } from '../drafting/drafting-provider'
import { APP_ICON, DOCUMENT_KINDS } from '../frame/document-kinds'
import { SearchDialog } from '../frame/search-dialog'
import { useFrameDialogs } from '../frame/frame-dialogs'
import { useKeys } from '../frame/use-keys'
import { TourProgress } from '../tour/tour-progress'
import { KindSection } from './kind-section'
import { HomeTools } from './home-tools'
import { NewThingDialog } from './new-thing-dialog'

export default function DesignHomePage() {
  const { app = '' } = useParams()
  return (
    <DraftingProvider app={app}>
      <DesignHome />
    </DraftingProvider>
  )
}

function DesignHome() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const open = useFrameDialogs((dialogs) => dialogs.open)
  useKeys([{ keys: 'Ctrl+K', label: t('frame:key.search'), run: () => open('search'), whileTyping: true }])
  const app = appOf(draft)
  const label = text(app.label, locale, app.name)
  const mayDesign = Object.keys(draft.effect).length > 0
  return (
    <Page>
      <PageHeader
        title={t('frame:home.title', { app: label })}
        description={t('frame:home.about')}
        crumbs={[{ title: label, to: `/a/${app.name}` }, { title: t('designer:bar.design') }]}
        actions={<HomeTools />}
      />
      <TourProgress app={app.name} />
      {mayDesign ? (
        DOCUMENT_KINDS.map((kind) => <KindSection key={kind.folder} kind={kind} />)
      ) : (
        <EmptyState icon={<APP_ICON aria-hidden />} title={t('frame:home.noneTitle')} hint={t('frame:home.noneHint')} />
      )}
      <NewThingDialog />
      <SearchDialog />
    </Page>
  )
}
