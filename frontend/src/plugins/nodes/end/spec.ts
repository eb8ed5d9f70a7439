/** The end. */
import { CheckCircleOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: CheckCircleOutlined, tone: 'end' }
