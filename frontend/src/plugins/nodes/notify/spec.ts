/** People are told. */
import { BellOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: BellOutlined, tone: 'message' }
