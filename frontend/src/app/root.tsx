/** The whole application: providers around the router. */
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'

import { createQueryClient } from '@/shared/api/query-client'

import { Providers } from './providers'
import { ROUTES } from './routes'

const queryClient = createQueryClient()
const router = createBrowserRouter(ROUTES)

export function Root() {
  return (
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>
  )
}
