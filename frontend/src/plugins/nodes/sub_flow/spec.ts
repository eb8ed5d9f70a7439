/** Another flow. */
import { ApartmentOutlined } from '@ant-design/icons'

import type { NodeSpec } from '../spec'

export const spec: NodeSpec = { icon: ApartmentOutlined, tone: 'work' }
