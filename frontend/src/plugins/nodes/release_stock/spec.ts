/** Locked stock is given back. */
import { UnlockOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: UnlockOutlined, tone: 'stock' }
