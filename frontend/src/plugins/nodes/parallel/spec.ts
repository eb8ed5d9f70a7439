/** A fork where all ways are gone at once. */
import { ForkOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: ForkOutlined, tone: 'choice' }
