/** Gives the fields below it their scope, from the app's definition and the language of the interface. */
import { useMemo, type ReactNode } from 'react'

import type { Definition } from '@/shared/definition/definition'
import { useLocale } from '@/ui/locale/interface-language'

import { FieldScopeContext, type FieldScope } from './scope'

interface FieldScopeProviderProps {
  readonly definition: Definition
  readonly createLinked?: FieldScope['createLinked']
  readonly children: ReactNode
}

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone
const USUAL_CURRENCY = 'CNY'

export function FieldScopeProvider({ definition, createLinked, children }: FieldScopeProviderProps) {
  const locale = useLocale()
  const scope = useMemo(() => {
    const { name: app, timezone: zone = OWN_ZONE, currency = USUAL_CURRENCY } = definition.app
    return { app, definition, locale, zone, currency, ...(createLinked && { createLinked }) }
  }, [definition, locale, createLinked])
  return <FieldScopeContext value={scope}>{children}</FieldScopeContext>
}
