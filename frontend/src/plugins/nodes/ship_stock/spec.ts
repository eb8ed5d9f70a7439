/** Locked stock leaves. */
import { TruckOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: TruckOutlined, tone: 'stock' }
