/** Picks a person by name. */
import { findPeople } from '@/shared/people/find-people'

import type { FieldInputProps } from '../input-props'
import { PersonName } from '../person-name'
import { ReferenceSelect } from '../reference-select'
import { useFieldScope } from '../scope'

export function Input(props: FieldInputProps<'person'>) {
  const { app } = useFieldScope()
  return (
    <ReferenceSelect
      {...props}
      place={['people', app]}
      search={(text, signal) => findPeople(app, text, signal)}
      renderTitle={({ id, title }) => <PersonName id={id} name={title ?? ''} />}
    />
  )
}
