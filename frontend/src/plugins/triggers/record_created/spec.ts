/** A record is new. */
import { PlusCircleOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../../nodes/spec'

export const spec: NodeSpec = { icon: PlusCircleOutlined, tone: 'start' }
