/** A change of a record. */
import { EditOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: EditOutlined, tone: 'work' }
