/** People decide. */
import { AuditOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: AuditOutlined, tone: 'person' }
