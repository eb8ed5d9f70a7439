/** Everything about the entity itself: its words, what names its records, checks, what occurs once, and its removal. */
import { Button, Divider, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import { useConfirmDanger } from '@/ui/feedback/use-confirm-danger'
import { Icon, ICON_NAMES } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { designerAddress } from '../frame/places'
import { CommittedInput } from '../inspector/committed-input'
import inspector from '../inspector/inspector.module.css'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import styles from './entity.module.css'
import { formsOf, viewsOf } from './entity-draft'
import { Checks, FieldSelect, FieldsSelect, Uniques } from './parts'

const MOST_IN_SUMMARY = 4

export function EntityPanel({ entity }: { readonly entity: Entity }) {
  const { t } = useTranslation()
  return (
    <div className={inspector['panel']}>
      <header className={inspector['head']}>
        <span className={inspector['headIcon']}>
          <Icon name={entity.icon} />
        </span>
        <h2 className={inspector['headTitle']}>{t('entities:entity.title')}</h2>
      </header>
      <Words entity={entity} />
      <Naming entity={entity} />
      <Divider size="small" />
      <Checks entity={entity} />
      <Uniques entity={entity} />
      <Divider size="small" />
      <Shown entity={entity} />
      <Removal entity={entity} />
    </div>
  )
}

function useEntityEdits(entity: Entity) {
  const { draft, edit } = useDrafting()
  return {
    languages: appOf(draft).languages,
    issues: (...steps: string[]) => issuesAt(draft, `entities/${entity.name}.json`, steps),
    set: (property: string, value: unknown) => void edit('set_entity_property', { entity: entity.id, property, value }),
  }
}

function Words({ entity }: { readonly entity: Entity }) {
  const { t } = useTranslation()
  const { languages, set } = useEntityEdits(entity)
  const rename = useRename(entity)
  return (
    <>
      <Property title={t('entities:entity.label')}>
        {() => <LabelEntry languages={languages} label={entity.label} name={t('entities:entity.label')} onCommit={(label) => label && set('label', label)} />}
      </Property>
      <Property title={t('entities:entity.description')}>
        {() => <LabelEntry languages={languages} label={entity.description} name={t('entities:entity.description')} onCommit={(label) => set('description', label)} />}
      </Property>
      <Property title={t('entities:entity.name')} hint={t('entities:entity.nameHint')}>
        {(control) => <CommittedInput {...control} className={inspector['code']} value={entity.name} maxLength={64} onCommit={(name) => void rename(name.trim())} />}
      </Property>
      <Property title={t('entities:entity.icon')}>
        {({ id }) => (
          <Select
            id={id}
            className={styles['full'] ?? ''}
            value={entity.icon ?? null}
            allowClear
            options={ICON_NAMES.map((name) => ({ value: name, label: <Icon name={name} />, title: name }))}
            onChange={(icon: string | undefined) => set('icon', icon ?? null)}
          />
        )}
      </Property>
    </>
  )
}

/** The designer's address has the name in it. */
function useRename(entity: Entity) {
  const { draft, edit } = useDrafting()
  const navigate = useNavigate()
  return async (name: string) => {
    const after = await edit('rename_entity', { entity: entity.id, name })
    if (after !== null) void navigate(designerAddress(draft.app, `entities/${name}.json`), { replace: true })
  }
}

function Naming({ entity }: { readonly entity: Entity }) {
  const { t } = useTranslation()
  const { issues, set } = useEntityEdits(entity)
  return (
    <>
      <Property title={t('entities:entity.titleField')} hint={t('entities:entity.titleHint')} issues={issues('title')}>
        {({ id }) => <FieldSelect id={id} entity={entity} value={entity.title} onChange={(field) => set('title', field ?? null)} />}
      </Property>
      <Property title={t('entities:entity.search')} hint={t('entities:entity.searchHint')} issues={issues('search')}>
        {({ id }) => <FieldsSelect id={id} entity={entity} value={entity.search ?? []} onChange={(fields) => set('search', fields.length > 0 ? fields : null)} />}
      </Property>
      <Property title={t('entities:entity.summary')} hint={t('entities:entity.summaryHint')} issues={issues('summary')}>
        {({ id }) => (
          <FieldsSelect id={id} entity={entity} value={entity.summary ?? []} most={MOST_IN_SUMMARY} onChange={(fields) => set('summary', fields.length > 0 ? fields : null)} />
        )}
      </Property>
    </>
  )
}

/** Where the entity is shown: its forms and lists, each one click from its designer. */
function Shown({ entity }: { readonly entity: Entity }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const shown = [
    ...formsOf(draft, entity).map((form) => ({ ...form, file: `forms/${form.name}.json`, kind: t('entities:entity.form') })),
    ...viewsOf(draft, entity).map((view) => ({ ...view, file: `views/${view.name}.json`, kind: t('entities:entity.view') })),
  ]
  return (
    <section className={styles['parts']} aria-label={t('entities:entity.shown')}>
      <h3 className={styles['partsTitle']}>{t('entities:entity.shown')}</h3>
      <ul className={styles['links']}>
        {shown.map(({ id, file, kind, label, name }) => (
          <li key={id}>
            <Link to={designerAddress(draft.app, file)}>{text(label, locale, name)}</Link> <span className={styles['quiet']}>{kind}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Removal({ entity }: { readonly entity: Entity }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const confirm = useConfirmDanger()
  const navigate = useNavigate()
  const remove = async () => {
    const name = text(entity.label, locale, entity.name)
    const isMeant = await confirm({ title: t('entities:entity.removeAsk', { name }), consequence: t('entities:entity.removeHint'), action: t('entities:entity.remove') })
    if (isMeant && (await edit('remove_entity', { entity: entity.id }))) void navigate(`/design/${draft.app}/model`)
  }
  return (
    <Button danger type="text" block onClick={() => void remove()}>
      {t('entities:entity.remove')}
    </Button>
  )
}
