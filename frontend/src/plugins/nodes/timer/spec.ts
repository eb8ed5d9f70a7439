/** A wait. */
import { ClockCircleOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: ClockCircleOutlined, tone: 'wait' }
