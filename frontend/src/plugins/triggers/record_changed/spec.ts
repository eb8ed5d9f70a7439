/** A record was changed. */
import { EditOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../../nodes/spec'

export const spec: NodeSpec = { icon: EditOutlined, tone: 'start' }
