/** Another system is asked. */
import { ApiOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: ApiOutlined, tone: 'message' }
