/** What every page stands on: words, server state, look. */
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'

import { translator } from '@/core/i18n/translator'
import { DesignSystem } from '@/ui/design-system'

interface ProvidersProps {
  readonly queryClient: QueryClient
  readonly children: ReactNode
}

export function Providers({ queryClient, children }: ProvidersProps) {
  return (
    <I18nextProvider i18n={translator}>
      <QueryClientProvider client={queryClient}>
        <DesignSystem>{children}</DesignSystem>
      </QueryClientProvider>
    </I18nextProvider>
  )
}
