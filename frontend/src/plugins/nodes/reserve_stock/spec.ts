/** Stock is locked. */
import { LockOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: LockOutlined, tone: 'stock' }
