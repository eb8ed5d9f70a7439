/** The input of a field's type. */
import type { ComponentType } from 'react'

import type { Field } from '@/generated/metadata'

import type { FieldInputProps } from './input-props'
import { INPUTS } from './inputs.generated'

interface AnyFieldInputProps extends Omit<FieldInputProps, 'field'> {
  readonly field: Field
}

export function FieldInput(props: AnyFieldInputProps) {
  // Looked up by the field's own type, so that it fits; the compiler cannot follow that.
  const Input = INPUTS[props.field.type as keyof typeof INPUTS] as unknown as ComponentType<AnyFieldInputProps> | undefined
  return Input === undefined ? null : <Input {...props} />
}
