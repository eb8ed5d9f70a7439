/** Somebody completes the record. */
import { FormOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: FormOutlined, tone: 'person' }
