/** A decision table is asked. */
import { TableOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: TableOutlined, tone: 'choice' }
