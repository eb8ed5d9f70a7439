/** The formula evaluator of this page: the person's, with today as it is in the app's zone. */
import { useMemo } from 'react'

import { Instant } from '@/core/expressions/values'
import type { Evaluator } from '@/core/forms/evaluator'
import { formulaEvaluator } from '@/core/forms/formula-evaluator'
import { useFieldScope } from '@/plugins/fields/scope'
import { useSession } from '@/shared/session/session-context'
import { useNow } from '@/ui/use-now'

/** The server fixes TODAY and NOW anew at every save; here the minute is exact enough. */
export function useEvaluator(user: string): Evaluator {
  const { zone } = useFieldScope()
  const { roles } = useSession()
  const minute = Math.floor(useNow().getTime() / 60_000)
  return useMemo(
    () => formulaEvaluator({ now: new Instant(minute * 60_000), timezone: zone, user, roles: new Set(roles) }),
    [minute, zone, user, roles],
  )
}
