/** How server state is cached: fresh for half a minute, refusals never retried, lost connections twice. */
import { QueryClient } from '@tanstack/react-query'

import { isProblem, UNREACHABLE } from './problem'

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldRetry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
}

function shouldRetry(attempts: number, fault: unknown): boolean {
  return attempts < 2 && isProblem(fault, UNREACHABLE)
}
