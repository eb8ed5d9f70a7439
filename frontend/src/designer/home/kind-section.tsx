/** The documents of one kind as cards, with what is wrong in each; an empty kind says what it is for. */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { entityWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { documentsOf, type DocumentKind, type ListedDocument } from '../frame/document-kinds'
import { FindingCount } from '../frame/outline'
import { designerAddress } from '../frame/places'
import styles from './design-home.module.css'
import { offeredThings, type NewThing } from './new-things'

export function KindSection({ kind: { folder, icon: Icon, overview } }: { readonly kind: DocumentKind }) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const documents = documentsOf(draft, folder)
  const things = offeredThings(draft).filter((thing) => thing.folder === folder)
  if (documents.length === 0 && things.length === 0) return null
  const heading = `kind-${folder}`
  return (
    <section className={styles['kind']} aria-labelledby={heading}>
      <div className={styles['head']}>
        <h2 id={heading} className={styles['heading']}>
          <Icon aria-hidden /> {t(`frame:kind.${folder}`)}
        </h2>
        {overview !== undefined && documents.length > 0 && <Link to={`/design/${draft.app}/${overview}`}>{t(`frame:overview.${overview}`)}</Link>}
        {things.map((thing) => (
          <NewButton key={thing.key} thing={thing} />
        ))}
      </div>
      {documents.length === 0 ? (
        <p className={styles['empty']}>{t(`frame:home.empty.${folder}`)}</p>
      ) : (
        <ul className={styles['cards']}>
          {documents.map((each) => (
            <li key={each.file}>
              <DocumentCard listed={each} icon={<Icon aria-hidden />} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function NewButton({ thing }: { readonly thing: NewThing }) {
  const { t } = useTranslation()
  const [, setSearch] = useSearchParams()
  const open = () => setSearch((search) => new URLSearchParams([...search, ['new', thing.key]]))
  return (
    <Button type="text" size="small" icon={<PlusOutlined aria-hidden />} data-tour={`new-${thing.key}`} onClick={open}>
      {t(thing.label)}
    </Button>
  )
}

function DocumentCard({ listed: { file, document }, icon }: { readonly listed: ListedDocument; readonly icon: ReactNode }) {
  const locale = useLocale()
  const { draft } = useDrafting()
  const entity = document.entity === undefined ? undefined : entityWithId(draft, document.entity)
  const title = text(document.label, locale, document.name)
  const about = entity === undefined ? document.name : text(entity.label, locale, entity.name)
  return (
    <article className={styles['card']}>
      {icon}
      <h3 className={styles['title']}>
        <Link to={designerAddress(draft.app, file)} className={styles['cover']}>
          {title}
        </Link>
      </h3>
      <span className={styles['count']}>
        <FindingCount files={[file]} />
      </span>
      {about !== title && <span className={styles['about']}>{about}</span>}
    </article>
  )
}
