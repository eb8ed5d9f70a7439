/** `/design/:app/model`: all entities of an app and how they are linked, as one picture. */
import { AppstoreAddOutlined, EditOutlined, SearchOutlined, ShareAltOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Entity, Options } from '@/generated/metadata'
import { EmptyState } from '@/ui/feedback/empty-state'
import { useConfirmDanger } from '@/ui/feedback/use-confirm-danger'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, documentsIn, type Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DraftingProvider } from '../drafting/drafting-provider'
import { useBack } from '../drafting/use-back'
import { DesignerFrame } from '../frame/designer-frame'
import { designerAddress } from '../frame/places'
import { FieldPanel } from '../inspector/field-panel'
import { anyField } from '../inspector/field-place'
import { EntityPanel } from './entity-panel'
import { LinkDialog } from './link-dialog'
import { ModelCanvas } from './model-canvas'
import styles from './model.module.css'
import { NewEntityDialog } from './new-entity-dialog'

export default function ModelPage() {
  const { app = '' } = useParams()
  return (
    <DraftingProvider app={app}>
      <Model app={app} />
    </DraftingProvider>
  )
}

function Model({ app }: { readonly app: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const back = useBack(app)
  const { draft } = useDrafting()
  const entities = useMemo(() => documentsIn<Entity>(draft, 'entities'), [draft])
  const [chosen, choose] = useState<string | null>(null)
  const [link, setLink] = useState<{ readonly from: string; readonly to: string | undefined } | null>(null)
  const [isNew, setNew] = useState(false)
  const remove = useRemoval(entities, () => choose(null))
  const found = ownerOf(entities, chosen)
  const open = (id: string) => {
    const entity = entities.find((each) => each.id === id)
    if (entity) void navigate(designerAddress(app, `entities/${entity.name}.json`))
  }
  const made = (name: string | null) => {
    setNew(false)
    if (name !== null) void navigate(designerAddress(app, `entities/${name}.json`))
  }
  const inHand = found && { id: chosen ?? '', label: text((found.field ?? found.entity).label, locale) }
  return (
    <>
      <DesignerFrame
        document={appOf(draft)}
        file="app.json"
        beside={entities.map(({ name }) => `entities/${name}.json`)}
        back={back}
        chosen={inHand}
        onShow={(file, place) => void navigate(designerAddress(app, file, place))}
        paletteTitle={t('frame:kind.entities')}
        palette={<Outline draft={draft} chosen={chosen} onChoose={choose} onNew={() => setNew(true)} />}
        inspector={<Chosen entities={entities} chosen={chosen} onOpen={open} onLink={(from) => setLink({ from, to: undefined })} onChoose={choose} />}
      >
        {entities.length === 0 ? (
          <EmptyState
            title={t('entities:model.empty')}
            hint={t('entities:model.emptyHint')}
            actions={
              <Button type="primary" onClick={() => setNew(true)}>
                {t('entities:home.new')}
              </Button>
            }
          />
        ) : (
          <ModelCanvas
            entities={entities}
            chosen={chosen}
            onChoose={choose}
            onOpen={open}
            onLink={(from, to) => setLink({ from, to })}
            onNew={() => setNew(true)}
            onRemove={(id) => void remove(id)}
          />
        )}
      </DesignerFrame>
      {link !== null && (
        <LinkDialog
          {...link}
          onDone={(entity) => {
            setLink(null)
            if (entity !== null) choose(entity)
          }}
        />
      )}
      {isNew && <NewEntityDialog onDone={made} />}
    </>
  )
}

/** The entity that is chosen, or the one whose link is. */
function ownerOf(entities: readonly Entity[], chosen: string | null) {
  if (chosen === null) return undefined
  const entity = entities.find(({ id }) => id === chosen)
  if (entity !== undefined) return { entity, field: undefined }
  const owner = entities.find((each) => anyField(each, chosen) !== undefined)
  return owner && { entity: owner, field: anyField(owner, chosen) }
}

function useRemoval(entities: readonly Entity[], onRemoved: () => void) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const confirm = useConfirmDanger()
  return async (id: string) => {
    const found = ownerOf(entities, id)
    if (found === undefined) return
    const { entity, field } = found
    const name = text((field ?? entity).label, locale)
    const question = { title: t('entities:entity.removeAsk', { name }), consequence: t('entities:entity.removeHint'), action: t('entities:entity.remove') }
    if (field === undefined && !(await confirm(question))) return
    const after = field === undefined ? await edit('remove_entity', { entity: entity.id }) : await edit('remove_field', { entity: entity.id, field: field.id })
    if (after !== null) onRemoved()
  }
}

interface ChosenProps {
  readonly entities: readonly Entity[]
  readonly chosen: string | null
  readonly onOpen: (entity: string) => void
  readonly onLink: (entity: string) => void
  readonly onChoose: (id: string | null) => void
}

function Chosen({ entities, chosen, onOpen, onLink, onChoose }: ChosenProps) {
  const { t } = useTranslation()
  const found = ownerOf(entities, chosen)
  if (found === undefined) return <Help />
  const { entity, field } = found
  if (field !== undefined) return <FieldPanel key={field.id} entity={entity} field={field} onSelect={onChoose} />
  return (
    <>
      <div className={styles['actions']}>
        <Button type="primary" block icon={<EditOutlined aria-hidden />} onClick={() => onOpen(entity.id)}>
          {t('entities:model.open')}
        </Button>
        <Button block icon={<ShareAltOutlined aria-hidden />} onClick={() => onLink(entity.id)}>
          {t('entities:model.link')}
        </Button>
      </div>
      <EntityPanel key={entity.id} entity={entity} />
    </>
  )
}

function Help() {
  const { t } = useTranslation()
  return (
    <div className={styles['help']}>
      <h2>{t('entities:model.title')}</h2>
      <ul>
        {(['drag', 'double', 'new', 'keys'] as const).map((key) => (
          <li key={key}>{t(`entities:model.help.${key}`)}</li>
        ))}
      </ul>
    </div>
  )
}

interface OutlineProps {
  readonly draft: Draft
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  readonly onNew: () => void
}

/** All entities and option lists by name, to be found quickly. */
function Outline({ draft, chosen, onChoose, onNew }: OutlineProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const matches = ({ label, name }: Entity | Options) => `${text(label, locale)} ${name}`.toLowerCase().includes(wanted)
  return (
    <nav className={styles['outline']} aria-label={t('entities:model.entities')}>
      <Button block type="dashed" icon={<AppstoreAddOutlined aria-hidden />} onClick={onNew}>
        {t('entities:home.new')}
      </Button>
      <Input
        allowClear
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('entities:model.search')}
        aria-label={t('entities:model.search')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <h2>{t('entities:model.entities')}</h2>
      <ul>
        {documentsIn<Entity>(draft, 'entities')
          .filter(matches)
          .map((entity) => (
            <li key={entity.id}>
              <button type="button" data-chosen={entity.id === chosen} onClick={() => onChoose(entity.id)}>
                <Icon name={entity.icon} /> {text(entity.label, locale, entity.name)}
              </button>
            </li>
          ))}
      </ul>
      <h2>{t('entities:options.title')}</h2>
      <ul>
        {documentsIn<Options>(draft, 'options')
          .filter(matches)
          .map((list) => (
            <li key={list.id}>
              <Link to={designerAddress(draft.app, `options/${list.name}.json`)}>
                <UnorderedListOutlined aria-hidden /> {text(list.label, locale, list.name)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
