/** Shows a fault of a route (a page that failed to load or to draw) with ways out. */
import { useRouteError } from 'react-router'

import { FaultScreen } from '@/ui/feedback/fault-screen'

export function RouteFault() {
  return <FaultScreen fault={useRouteError()} onRetry={() => window.location.reload()} />
}
