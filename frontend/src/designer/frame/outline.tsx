/** Left of every designer: the documents of the app by kind, with what is wrong in each, one click from each other. */
import { HomeOutlined, MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined, RightOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'
import { readChoice, writeChoice } from '@/ui/stored-choice'

import { useDrafting } from '../drafting/draft-context'
import { DOCUMENT_KINDS, documentsOf, type DocumentKind, type ListedDocument } from './document-kinds'
import { useFrameDialogs } from './frame-dialogs'
import styles from './outline.module.css'
import { withBack } from './places'

const CHOICE = 'designer.outline'
// Wide screens have room for it beside the three panes.
const WIDE = '(min-width: 1600px)'

interface OutlineProps {
  /** The document that is open. */
  readonly file: string
  readonly back: string
}

export function Outline({ file, back }: OutlineProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const [isOpen, setOpen] = useState(() => (readChoice(CHOICE) ?? String(window.matchMedia(WIDE).matches)) === 'true')
  const turn = () => {
    setOpen(!isOpen)
    writeChoice(CHOICE, String(!isOpen))
  }
  const words = t(isOpen ? 'frame:outline.close' : 'frame:outline.open')
  return (
    <nav className={styles['outline']} data-open={isOpen} aria-label={t('frame:outline.title')}>
      <div className={styles['head']}>
        <Tooltip title={words} placement="right">
          <Button type="text" size="small" icon={isOpen ? <MenuFoldOutlined aria-hidden /> : <MenuUnfoldOutlined aria-hidden />} aria-label={words} aria-expanded={isOpen} onClick={turn} />
        </Tooltip>
        <HomeLink app={draft.app} />
        <SearchButton />
        <NavigationLink app={draft.app} />
      </div>
      {isOpen && DOCUMENT_KINDS.map((kind) => <Group key={kind.folder} kind={kind} open={file} back={back} />)}
    </nav>
  )
}

function HomeLink({ app }: { readonly app: string }) {
  const { t } = useTranslation()
  return (
    <Tooltip title={t('frame:outline.home')} placement="right">
      <Link to={`/design/${app}`} aria-label={t('frame:outline.home')}>
        <Button type="text" size="small" tabIndex={-1} aria-hidden icon={<HomeOutlined aria-hidden />} />
      </Link>
    </Tooltip>
  )
}

function NavigationLink({ app }: { readonly app: string }) {
  const { t } = useTranslation()
  return (
    <Tooltip title={t('frame:outline.navigation')} placement="right">
      <Link to={`/design/${app}/navigation`} aria-label={t('frame:outline.navigation')}>
        <Button type="text" size="small" tabIndex={-1} aria-hidden icon={<MenuOutlined aria-hidden />} />
      </Link>
    </Tooltip>
  )
}

function SearchButton() {
  const { t } = useTranslation()
  const open = useFrameDialogs((dialogs) => dialogs.open)
  return (
    <Tooltip title={`${t('frame:search.open')} · Ctrl+K`} placement="right">
      <Button type="text" size="small" icon={<SearchOutlined aria-hidden />} aria-label={t('frame:search.open')} onClick={() => open('search')} />
    </Tooltip>
  )
}

interface GroupProps {
  readonly kind: DocumentKind
  readonly open: string
  readonly back: string
}

function Group({ kind: { folder, icon: Icon }, open, back }: GroupProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const listed = documentsOf(draft, folder)
  const [isOpen, setOpen] = useState(() => open.startsWith(`${folder}/`))
  if (listed.length === 0) return null
  return (
    <section aria-label={t(`frame:kind.${folder}`)}>
      <h2>
        <button type="button" className={styles['kind']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <RightOutlined aria-hidden rotate={isOpen ? 90 : 0} />
          <Icon aria-hidden />
          <span className={styles['name']}>{t(`frame:kind.${folder}`)}</span>
          {isOpen ? <span className={styles['total']}>{listed.length}</span> : <FindingCount files={listed.map(({ file }) => file)} />}
        </button>
      </h2>
      {isOpen && (
        <ul className={styles['list']}>
          {listed.map((each) => (
            <Line key={each.file} listed={each} isOpen={each.file === open} back={back} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({ listed: { file, document }, isOpen, back }: { readonly listed: ListedDocument; readonly isOpen: boolean; readonly back: string }) {
  const locale = useLocale()
  const { draft } = useDrafting()
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) line.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isOpen])
  return (
    <li ref={line}>
      <Link to={withBack(draft.app, file, [], back)} className={styles['line']} aria-current={isOpen ? 'page' : undefined}>
        <span className={styles['name']}>{text(document.label, locale, document.name)}</span>
        <FindingCount files={[file]} />
      </Link>
    </li>
  )
}

/** How many findings documents have; the colour of the worst. */
export function FindingCount({ files }: { readonly files: readonly string[] }) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const issues = draft.issues.filter(({ file }) => file !== null && files.includes(file))
  if (issues.length === 0) return null
  const isError = issues.some(({ severity }) => severity === 'error')
  return (
    <span className={styles['count']} data-severity={isError ? 'error' : 'warning'} role="img" aria-label={t('frame:outline.findings', { count: issues.length })}>
      {issues.length}
    </span>
  )
}
