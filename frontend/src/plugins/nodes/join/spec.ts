/** Where ways come together. */
import { MergeOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: MergeOutlined, tone: 'choice' }
