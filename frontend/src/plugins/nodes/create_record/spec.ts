/** A new record. */
import { FileAddOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: FileAddOutlined, tone: 'work' }
