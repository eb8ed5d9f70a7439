/** What can be done with the app as a whole: search in it, see its edits, make something new, publish. */
import { DownOutlined, MenuOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Dropdown, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'

import { useDrafting } from '../drafting/draft-context'
import { Colleagues } from '../frame/colleagues'
import { useFrameDialogs } from '../frame/frame-dialogs'
import { PreviewButton } from '../frame/preview-button'
import { HistoryButtons } from '../history/history-buttons'
import { PublishButton } from '../publish/publish-button'
import { PublishDialog } from '../publish/publish-dialog'
import { offeredThings } from './new-things'

export function HomeTools() {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const open = useFrameDialogs((dialogs) => dialogs.open)
  const [isPublishing, setPublishing] = useState(false)
  const back = `/a/${draft.app}`
  return (
    <Space wrap>
      <Colleagues file="" />
      <HistoryButtons />
      <Button icon={<SearchOutlined aria-hidden />} onClick={() => open('search')}>
        {t('frame:home.search')}
      </Button>
      <Link to={`/design/${draft.app}/navigation`}>
        <Button icon={<MenuOutlined aria-hidden />} tabIndex={-1}>
          {t('frame:outline.navigation')}
        </Button>
      </Link>
      <NewMenu />
      <PreviewButton back={back} />
      <PublishButton onPublish={() => setPublishing(true)} />
      {isPublishing && <PublishDialog back={back} onClose={() => setPublishing(false)} />}
    </Space>
  )
}

function NewMenu() {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const [, setSearch] = useSearchParams()
  const things = offeredThings(draft)
  if (things.length === 0) return null
  const items = things.map(({ key, label, icon: Icon }) => ({ key, label: t(label), icon: <Icon aria-hidden /> }))
  const open = (key: string) => setSearch((search) => new URLSearchParams([...search, ['new', key]]))
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => open(key) }}>
      <Button icon={<PlusOutlined aria-hidden />} data-tour="new">
        {t('frame:new.menu')} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  )
}
