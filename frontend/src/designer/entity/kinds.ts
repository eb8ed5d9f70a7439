/** The field types that can be chosen for a field, in the order of the palette. */
import type { FieldType } from '@/generated/metadata'

import { KIND_GROUPS } from '../palette/field-kinds'

export const KINDS: readonly FieldType[] = KIND_GROUPS.flatMap(({ types }) => types)

/** Computed, or numbered by the system: nobody enters them. */
export const NOT_ENTERED: readonly FieldType[] = ['formula', 'lookup', 'rollup', 'sequence']

/** Types a field can neither leave nor become once it is there. */
export const FIXED: readonly FieldType[] = ['lines', 'sequence']

/** Types that need more than a label; choices are typed with it or later. */
export const ASKING: readonly FieldType[] = ['link', 'lookup', 'formula']
