/** Somebody pressed a button. */
import { PlayCircleOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../../nodes/spec'

export const spec: NodeSpec = { icon: PlayCircleOutlined, tone: 'start' }
