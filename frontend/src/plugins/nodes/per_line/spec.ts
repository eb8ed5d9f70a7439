/** Steps for every detail line. */
import { OrderedListOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: OrderedListOutlined, tone: 'work' }
