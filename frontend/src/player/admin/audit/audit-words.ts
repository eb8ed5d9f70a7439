/** Names of apps, entities and fields in the reader's language; what a reader may not know keeps the name the trail has. */
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import { useApps } from '@/shared/apps/use-apps'
import { entityNamed } from '@/shared/definition/definition'
import { definitionQuery } from '@/shared/definition/use-definition'
import { useLocale } from '@/ui/locale/interface-language'

import { SYSTEM, SYSTEM_ENTITIES } from './audit'

export interface Option {
  readonly value: string
  readonly label: string
}

export interface AuditWords {
  readonly apps: readonly Option[]
  readonly entitiesOf: (app: string) => readonly Option[]
  readonly app: (app: string) => string
  readonly entity: (app: string, entity: string) => string
  readonly field: (app: string, entity: string | null, field: string) => string
  /** Whether the reader has an app in which such a record can be opened. */
  readonly isKnown: (app: string, entity: string) => boolean
}

export function useAuditWords(): AuditWords {
  const { t } = useTranslation()
  const locale = useLocale()
  const { data: apps = [] } = useApps()
  const definitions = useQueries({ queries: apps.map(({ name }) => definitionQuery(name)) }).flatMap(({ data }) => data ?? [])
  const entities = (app: string) => definitions.find((each) => each.app.name === app)?.entities ?? []
  const find = (app: string, name: string | null): Entity | undefined => {
    const definition = definitions.find((each) => each.app.name === app)
    return definition && name !== null ? entityNamed(definition, name) : undefined
  }
  const system = (name: string) => t(`admin:audit.entity.${name}`, { defaultValue: name })
  const labelled = apps.map(({ name, label }) => ({ value: name, label: text(label, locale, name) }))
  const offered = [...labelled, { value: SYSTEM, label: t('admin:audit.system') }]
  return {
    apps: offered,
    entitiesOf: (app) =>
      app === SYSTEM
        ? SYSTEM_ENTITIES.map((name) => ({ value: name, label: system(name) }))
        : entities(app).map(({ name, label }) => ({ value: name, label: text(label, locale, name) })),
    app: (app) => offered.find(({ value }) => value === app)?.label ?? app,
    entity: (app, name) => text(find(app, name)?.label, locale, system(name)),
    field: (app, entity, name) => text(find(app, entity)?.fields.find((field) => field.name === name)?.label, locale, t(`admin:audit.field.${name}`, { defaultValue: name })),
    isKnown: (app, name) => find(app, name) !== undefined,
  }
}
