/** Who asks: the signed-in user and their roles, as the context gives them. */
import type { Bodies } from '../body'
import type { Run } from '../run'

export const IDENTITY: Bodies = {
  CURRENT_USER: (run: Run) => run.context.user,
  HAS_ROLE: (run: Run, role: string) => run.context.roles.has(role),
}
