/** A designer's page: opens the draft of the app and finds the document named in the address, or says that it is gone. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'

import { EmptyState } from '@/ui/feedback/empty-state'

import { useDrafting } from '../drafting/draft-context'
import { DraftingProvider } from '../drafting/drafting-provider'
import { useBack } from '../drafting/use-back'
import type { AnyDocument } from './document-kinds'
import { usualPlace } from './usual-place'

interface DocumentPageProps<D> {
  /** The folder of the app's documents it lies in. */
  readonly folder: string
  /** Draws the designer; `back` is the page where the document is used. */
  readonly children: (document: D, back: string) => ReactNode
}

/** The name of the document is the part `:name` of the address. */
export function DocumentPage<D>(props: DocumentPageProps<D>) {
  const { app = '' } = useParams()
  return (
    <DraftingProvider app={app}>
      <OpenedDocument {...props} app={app} />
    </DraftingProvider>
  )
}

function OpenedDocument<D>({ app, folder, children }: DocumentPageProps<D> & { readonly app: string }) {
  const { name = '' } = useParams()
  const { draft } = useDrafting()
  const found = draft.documents[`${folder}/${name}.json`] as AnyDocument | undefined
  const back = useBack(app, found && usualPlace(draft, folder, found))
  const document = found as D | undefined
  return document === undefined ? <MissingDocument app={app} /> : children(document, back)
}

function MissingDocument({ app }: { readonly app: string }) {
  const { t } = useTranslation()
  const home = (
    <Link to={`/design/${app}`}>
      <Button type="primary">{t('designer:frame.overview')}</Button>
    </Link>
  )
  return <EmptyState title={t('designer:frame.missing')} hint={t('designer:frame.missingHint')} actions={home} />
}
