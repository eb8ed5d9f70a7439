/** A figure crossed a limit. */
import { FallOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../../nodes/spec'

export const spec: NodeSpec = { icon: FallOutlined, tone: 'start' }
