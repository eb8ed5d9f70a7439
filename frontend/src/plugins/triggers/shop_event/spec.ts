/** A shop told of an order. */
import { ShoppingOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../../nodes/spec'

export const spec: NodeSpec = { icon: ShoppingOutlined, tone: 'start' }
