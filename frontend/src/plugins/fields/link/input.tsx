/** Picks a linked record; offers to make a new one where the person may and there is room for its form. */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'

import type { FieldInputProps } from '../input-props'
import { ReferenceSelect } from '../reference-select'
import { useFieldScope } from '../scope'
import { findCandidates } from './find-candidates'
import { linkedEntity } from './linked-entity'

export function Input({ field, ...props }: FieldInputProps<'link'>) {
  const scope = useFieldScope()
  const entity = linkedEntity(field, scope)
  if (entity === undefined) return null
  const canCreate = scope.createLinked !== undefined && scope.definition.rights[entity.name]?.create === true
  return (
    <ReferenceSelect
      {...props}
      place={['records', scope.app, entity.name, field.options.filter ?? '']}
      search={(typed, signal) => findCandidates(typed, field, scope, signal)}
      {...(canCreate && { renderFooter: (typed: string) => <CreateLinked entity={entity} typed={typed} onCreated={props.onChange} /> })}
    />
  )
}

interface CreateLinkedProps {
  readonly entity: Entity
  readonly typed: string
  readonly onCreated: FieldInputProps['onChange']
}

function CreateLinked({ entity, typed, onCreated }: CreateLinkedProps) {
  const { t } = useTranslation()
  const { createLinked, locale } = useFieldScope()
  const create = async () => {
    const created = await createLinked?.(entity, typed)
    if (created) onCreated(created)
  }
  return (
    <Button type="text" size="small" block icon={<PlusOutlined aria-hidden />} onClick={() => void create()}>
      {t('fields:link.new', { entity: text(entity.label, locale, entity.name) })}
    </Button>
  )
}
