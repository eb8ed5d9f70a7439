/** The other views of the same records, and a new one. */
import { DownOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Entity, View } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { designerAddress } from '../frame/places'
import NewViewDialog from './new-view-dialog'
import { useView } from './view-context'

const NEW = 'new'

export function NewViewButton({ entity }: { readonly entity: Entity }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { draft } = useDrafting()
  const { view } = useView()
  const [isNew, setNew] = useState(false)
  const views = documentsIn<View>(draft, 'views').filter((each) => each.entity === entity.id)
  const items = [
    ...views.map((each) => ({ key: each.name, label: text(each.label, locale, each.name) })),
    { type: 'divider' as const },
    { key: NEW, icon: <PlusOutlined aria-hidden />, label: t('viewdesign:new') },
  ]
  const choose = (key: string) => (key === NEW ? setNew(true) : void navigate(designerAddress(draft.app, `views/${key}.json`)))
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, selectedKeys: [view.name], onClick: ({ key }) => choose(key) }}>
        <Button type="text">
          {t('viewdesign:views', { count: views.length })} <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {isNew && <NewViewDialog app={draft.app} entity={entity.id} onClose={() => setNew(false)} />}
    </>
  )
}
