/** Asks, without standing in the way, who may use a new entity or new fields; nobody has to answer at once. */
import { SafetyOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Role } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, documentsIn, type Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { impactQuery, type NewField } from '../publish/impact'
import styles from './entity.module.css'
import { EntityRights, FieldRights } from './rights-dialog'

export function RightsBar({ entity }: { readonly entity: Entity }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, isSaving } = useDrafting()
  // What was opened stays until it is closed: the first right given makes an entity no longer closed.
  const [opened, setOpened] = useState<'entity' | 'fields' | null>(null)
  const [put, setPut] = useState<readonly string[]>([])
  const isClosed = isForDesignersOnly(draft, entity)
  const fields = useNewFields(draft, entity, isClosed || isSaving)
  const asked = fields.filter((field) => !put.includes(field.field) && !isDecided(field))
  if (opened === null && (isClosed ? put.includes(entity.id) : asked.length === 0)) return null
  const name = text(entity.label, locale, entity.name)
  const close = () => setOpened(null)
  const later = () => setPut([...put, entity.id, ...asked.map(({ field }) => field)])
  return (
    <div className={styles['rights']} role="region" aria-label={t('entities:rights.title')}>
      <SafetyOutlined aria-hidden />
      <span>{isClosed ? t('entities:rights.entity', { name }) : t('entities:rights.fields', { count: asked.length })}</span>
      <Button size="small" type="primary" ghost onClick={() => setOpened(isClosed ? 'entity' : 'fields')}>
        {t('entities:rights.open')}
      </Button>
      <Button size="small" type="text" onClick={later}>
        {t('entities:rights.later')}
      </Button>
      {opened === 'entity' && <EntityRights entity={entity} onClose={close} />}
      {opened === 'fields' && <FieldRights entity={entity} fields={fields} onClose={close} />}
    </div>
  )
}

/** The new fields of an entity as publishing sees them; asked for only where an edit may have made some, and at rest. */
function useNewFields(draft: Draft, entity: Entity, isBusy: boolean): readonly NewField[] {
  const isEdited = draft.commands.some(({ kind, undone }) => !undone && ADDING.has(kind))
  const { data } = useQuery({ ...impactQuery(draft.app, draft.revision), placeholderData: keepPreviousData, enabled: isEdited && !isBusy })
  return isEdited ? (data?.fields.filter((field) => field.entity === entity.id && field.roles.length > 0) ?? []) : []
}

const ADDING: ReadonlySet<string> = new Set(['add_entity', 'add_field', 'add_fields', 'add_link', 'duplicate_field'])

function isDecided({ roles }: NewField): boolean {
  return roles.some(({ listed }) => listed)
}

/** Whether nobody but who designs the app can see its records. */
function isForDesignersOnly(draft: Draft, entity: Entity): boolean {
  const roles = documentsIn<Role>(draft, 'roles')
  const app = appOf(draft).id
  const using = roles.filter((role) => role.entities?.some((rights) => rights.entity === entity.id && rights.read !== undefined && rights.read !== false))
  return roles.length > 0 && using.every(({ design }) => design?.some(({ document }) => document === app) === true)
}
