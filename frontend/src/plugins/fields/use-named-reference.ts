/** A linked record or a person of whom only the id is kept, as what a select shows: by title, once it is known. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { Reference } from '@/core/values/value'
import { titleQuery, type TitlePlace } from '@/shared/records/titles'

export interface NamedReference {
  readonly reference: Reference | null
  /** Keeps the title of what was just chosen, so that nobody has to ask for it. */
  readonly remember: (chosen: Reference) => void
}

const NOBODY = ''

export function useNamedReference(place: TitlePlace, id: string | null): NamedReference {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data, isPending } = useQuery({ ...titleQuery(place, id ?? NOBODY), enabled: id !== null })
  const unseen = t(place.entity === undefined ? 'fields:person.unseen' : 'fields:link.unseen')
  const remember = (chosen: Reference) => {
    if (chosen.title !== null) client.setQueryData(titleQuery(place, chosen.id).queryKey, chosen.title)
  }
  return { reference: id === null ? null : { id, title: isPending ? '…' : (data ?? unseen) }, remember }
}
