/** A time has come. */
import { ScheduleOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../../nodes/spec'

export const spec: NodeSpec = { icon: ScheduleOutlined, tone: 'start' }
