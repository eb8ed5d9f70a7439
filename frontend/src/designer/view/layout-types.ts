/** Types of fields that can lay a view out. */
import type { FieldType } from '@/generated/metadata'

export const LANES: readonly FieldType[] = ['choice', 'person', 'link']
export const DAYS: readonly FieldType[] = ['date', 'datetime']
