import { describe, expect, test } from 'vitest'

import { layerFaults } from './layers.ts'

const faultsOf = (path: string, text: string) => layerFaults({ path, text }).map((fault) => fault.reason)

describe('the order of the folders', () => {
  test.each([
    ['core/query/a.ts', "import { b } from '@/core/query/b'"],
    ['core/decimal.ts', "import Decimal from 'decimal.js'"],
    ['ui/page.tsx', "import { useState } from 'react'"],
    ['plugins/fields/text/input.tsx', "import { request } from '@/shared/api/request'"],
    ['player/inbox/page.tsx', "import { RecordForm } from '../form/record-form'"],
    ['designer/form/page.tsx', "import { Palette } from '../palette/palette'"],
    ['designer/home/new-things.ts', "lazy(() => import('../flow/new-flow-dialog'))"],
    ['app/routes.tsx', "lazy(() => import('@/player/list/list-page'))"],
    ['player/list/list-page.test.tsx', "import { renderApp } from '@/app/testing/render'"],
  ])('lets %s say %s', (path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })

  test.each([
    ['core/query/a.ts', "import { useState } from 'react'"],
    ['core/query/a.ts', "import { Page } from '@/ui/page'"],
    ['shared/api/a.ts', "import { Page } from '../../player/list/list-page'"],
    ['player/list/a.tsx', "import { x } from '@/designer/form/x'"],
    ['player/list/a.tsx', "import { x } from '../record/x'"],
    ['designer/form/a.tsx', "const x = () => import('@/player/list/list-page')"],
    ['odd/a.ts', "import { x } from '@/core/x'"],
  ])('refuses that %s says %s', (path, text) => {
    expect(faultsOf(path, text)).toHaveLength(1)
  })
})
