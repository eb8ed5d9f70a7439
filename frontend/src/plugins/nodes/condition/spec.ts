/** A fork where one way is chosen. */
import { BranchesOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: BranchesOutlined, tone: 'choice' }
