/** Why somebody can or cannot: a person, an entity, an action or a field, and what each of their roles says about it. */
import { EyeOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Role } from '@/generated/metadata'
import { Explanation } from '@/shared/explain/explanation'
import { EXPLAINED_ACTIONS, type ExplainedAction } from '@/shared/explain/explain'
import { StaffSelect } from '@/shared/people/staff-select'
import { useSeeAs } from '@/shared/seeing/use-see-as'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { placedFields, reachOf } from './rights'
import styles from './role.module.css'

export function ExplainPanel({ role }: { readonly role: Role }) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const entities = documentsIn<Entity>(draft, 'entities')
  const first = entities.find(({ id }) => reachOf(role, id, 'read') !== 'none') ?? entities[0]
  const [person, setPerson] = useState<string | null>(null)
  const [entity, setEntity] = useState(first)
  const [action, setAction] = useState<ExplainedAction>('read')
  const [field, setField] = useState<string | undefined>()
  const seeAs = useSeeAs()
  return (
    <div className={styles['part']}>
      <p className={styles['about']}>{t('roles:explain.hint')}</p>
      <div className={styles['question']}>
        <StaffSelect app={draft.app} value={person} label={t('explain:person')} placeholder={t('explain:person')} onChange={setPerson} />
        <Select<ExplainedAction>
          aria-label={t('explain:action')}
          value={action}
          options={EXPLAINED_ACTIONS.map((each) => ({ value: each, label: t(`explain:action.${each}`) }))}
          onChange={setAction}
        />
        <EntitySelect
          entities={entities}
          value={entity}
          onChange={(chosen) => {
            setEntity(chosen)
            setField(undefined)
          }}
        />
        {entity !== undefined && <FieldSelect entity={entity} value={field} onChange={setField} />}
        {person !== null && (
          <Button icon={<EyeOutlined aria-hidden />} onClick={() => seeAs.mutate({ app: draft.app, person })}>
            {t('explain:seeAs')}
          </Button>
        )}
      </div>
      {person !== null && entity !== undefined && <Explanation app={draft.app} person={person} entity={entity.name} action={action} {...(field !== undefined && { field })} />}
    </div>
  )
}

interface EntitySelectProps {
  readonly entities: readonly Entity[]
  readonly value: Entity | undefined
  readonly onChange: (entity: Entity | undefined) => void
}

function EntitySelect({ entities, value, onChange }: EntitySelectProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <Select
      aria-label={t('roles:entity')}
      style={{ minWidth: 160 }}
      showSearch={{ optionFilterProp: 'label' }}
      value={value?.id ?? null}
      options={entities.map(({ id, label, name }) => ({ value: id, label: text(label, locale, name) }))}
      onChange={(id) => onChange(entities.find((entity) => entity.id === id))}
    />
  )
}

interface FieldSelectProps {
  readonly entity: Entity
  readonly value: string | undefined
  readonly onChange: (field: string | undefined) => void
}

function FieldSelect({ entity, value, onChange }: FieldSelectProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <Select
      aria-label={t('explain:field')}
      style={{ minWidth: 160 }}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('explain:anyField')}
      value={value ?? null}
      options={placedFields(entity).map(({ field }) => ({ value: field.id, label: text(field.label, locale, field.name) }))}
      onChange={(id) => onChange(id ?? undefined)}
    />
  )
}
