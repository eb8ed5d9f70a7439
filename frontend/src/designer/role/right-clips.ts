/** Copy and paste of one right: who sees only their own orders may see only their own visits with two keys. */
import type { Role } from '@/generated/metadata'

import { useDrafting } from '../drafting/draft-context'
import type { Clip, ClipboardCommands } from '../frame/use-clipboard'
import type { ChosenRight } from './chosen'
import { canBeNarrowed, rightsOn, type Action } from './rights'

const KIND = 'role_right'

/** What copy and paste do with the right in hand. */
export function useRightClips(role: Role, chosen: ChosenRight | null): ClipboardCommands {
  const { draft, edit } = useDrafting()
  const copy = (): Clip | null =>
    chosen === null ? null : { kind: KIND, app: draft.app, data: rightsOn(role, chosen.entity)?.[chosen.action] ?? false }
  const paste = ({ kind, data }: Clip): boolean => {
    if (kind !== KIND || chosen === null || draft.effect[role.id] === undefined || !fits(data, chosen.action)) return false
    void edit('set_entity_rights', { role: role.id, entities: [chosen.entity], rights: { [chosen.action]: data } })
    return true
  }
  return { copy, paste }
}

function fits(data: unknown, action: Action): boolean {
  return typeof data === 'boolean' || (typeof data === 'string' && canBeNarrowed(action))
}
