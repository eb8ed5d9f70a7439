/** A look for records. */
import { SearchOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: SearchOutlined, tone: 'work' }
