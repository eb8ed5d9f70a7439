/** Ctrl+K: type part of a name and go there, be it a document, a field, a step or a choice. */
import { SearchOutlined } from '@ant-design/icons'
import { Input, Modal, type InputRef } from 'antd'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { DOCUMENT_KINDS } from './document-kinds'
import { useClosedOnLeaving, useFrameDialogs } from './frame-dialogs'
import { withBack } from './places'
import { everythingIn, search, type Found } from './searchable'
import styles from './search.module.css'

export function SearchDialog({ back }: { readonly back?: string }) {
  const { shown, close } = useFrameDialogs()
  useClosedOnLeaving()
  const input = useRef<InputRef>(null)
  return (
    <Modal
      open={shown === 'search'}
      footer={null}
      closable={false}
      width={620}
      onCancel={close}
      destroyOnHidden
      afterOpenChange={(isOpen) => isOpen && input.current?.focus()}
    >
      <Search input={input} onDone={close} {...(back !== undefined && { back })} />
    </Modal>
  )
}

interface SearchProps {
  readonly input: RefObject<InputRef | null>
  readonly back?: string
  readonly onDone: () => void
}

function Search({ input, back, onDone }: SearchProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const navigate = useNavigate()
  const list = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const everything = useMemo(() => everythingIn(draft), [draft])
  const found = useMemo(() => search(everything, words), [everything, words])
  const go = (each: Found | undefined) => {
    if (each === undefined) return
    onDone()
    void navigate(withBack(draft.app, each.file, each.place, back))
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) setAt((now) => (now + step + found.length) % found.length)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(found[at])
    else return
    event.preventDefault()
  }
  return (
    <div className={styles['search']} role="search">
      <Input
        ref={input}
        size="large"
        variant="borderless"
        prefix={<SearchOutlined aria-hidden />}
        role="combobox"
        aria-label={t('frame:search.label')}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
        placeholder={t('frame:search.placeholder')}
        value={words}
        onChange={({ target }) => {
          setWords(target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div id={list} className={styles['found']} role="listbox" aria-label={t('frame:search.label')}>
        {found.map((each, index) => (
          <FoundLine key={each.key} id={`${list}-${index}`} found={each} isChosen={index === at} onChoose={() => go(each)} />
        ))}
      </div>
      {found.length === 0 && <p className={styles['none']}>{t('frame:search.none')}</p>}
      <p className={styles['hint']}>{t('frame:search.hint')}</p>
    </div>
  )
}

interface FoundLineProps {
  readonly id: string
  readonly found: Found
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function FoundLine({ id, found, isChosen, onChoose }: FoundLineProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const line = useRef<HTMLButtonElement>(null)
  const Icon = DOCUMENT_KINDS.find(({ folder }) => folder === found.folder)?.icon
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isChosen])
  const about = found.within === undefined ? t(`frame:kind.${found.folder}`) : text(found.within, locale)
  return (
    // Keys stay in the box above, as in every combobox.
    <button ref={line} type="button" id={id} role="option" tabIndex={-1} aria-selected={isChosen} className={styles['line']} onClick={onChoose}>
      {Icon !== undefined && <Icon aria-hidden />}
      <span className={styles['name']}>{text(found.label, locale, found.name)}</span>
      <span className={styles['about']}>{about}</span>
    </button>
  )
}
