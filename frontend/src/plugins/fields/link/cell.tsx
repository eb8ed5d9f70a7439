/** Shows a linked record by its title; it can be opened, and the click does not reach the row around it. */
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { isReference } from '@/core/values/value'

import type { FieldCellProps } from '../cell-props'
import styles from '../fields.module.css'
import { useFieldScope } from '../scope'
import { linkedEntity } from './linked-entity'

export function Cell({ field, value }: FieldCellProps<'link'>) {
  const scope = useFieldScope()
  const entity = linkedEntity(field, scope)
  const { t } = useTranslation()
  if (!isReference(value)) return null
  if (value.title === null) return <Withheld words={t('fields:link.withheld')} />
  if (entity === undefined) return <span className={styles['line']}>{value.title}</span>
  return (
    <Link className={styles['line']} to={`/a/${scope.app}/e/${entity.name}/${value.id}`} onClick={(event) => event.stopPropagation()}>
      {value.title}
    </Link>
  )
}

/** The reader may know that there is one, but not which. */
function Withheld({ words }: { readonly words: string }) {
  return (
    <span className={styles['withheld']} title={words}>
      <span aria-hidden>••••••</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
