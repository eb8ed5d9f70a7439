/** Every page behind the sign-in, with the guided tour beside those of an app; it loads only where one was begun. */
import { lazy, Suspense } from 'react'
import { Outlet, useParams } from 'react-router'

import { loadAreas } from '@/core/i18n/translator'
import { useTour } from '@/designer/tour/tour-store'
import { useSession } from '@/shared/session/session-context'

const TourGuide = lazy(async () => {
  const [guide] = await Promise.all([import('@/designer/tour/tour-guide'), loadAreas(['tour'])])
  return guide
})

export function WithTour() {
  const { app } = useParams()
  return (
    <>
      <Outlet />
      {app !== undefined && <TourOf key={app} app={app} />}
    </>
  )
}

function TourOf({ app }: { readonly app: string }) {
  const { user } = useSession()
  const [tour] = useTour(user.id, app)
  if (tour === null || tour.isAside) return null
  return (
    <Suspense fallback={null}>
      <TourGuide />
    </Suspense>
  )
}
