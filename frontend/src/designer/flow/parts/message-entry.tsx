/** What a step says: a message that is there, or words written on the spot. */
import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Entity, Label } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import type { DesignIssue } from '../../drafting/draft'
import { useDrafting } from '../../drafting/draft-context'
import { designerAddress } from '../../frame/places'
import { MessageWords } from '../../inspector/message-words'
import { allOf, mayDesignApp, templateWithId } from '../documents'
import { Choose } from './choose'

interface MessageEntryProps {
  readonly entity: Entity
  readonly template: string
  /** What a new message is called. */
  readonly label: Label
  readonly issues: DesignIssue[]
  readonly onChange: (template: string) => void
}

export function MessageEntry({ entity, template: chosen, label, issues, onChange }: MessageEntryProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const about = allOf(draft, 'templates').filter((each) => each.entity === entity.id || each.id === chosen)
  const template = templateWithId(draft, chosen)
  const add = async () => {
    const before = new Set(allOf(draft, 'templates').map(({ id }) => id))
    const after = await edit('add_template', { entity: entity.id, label })
    const made = after && allOf(after, 'templates').find(({ id }) => !before.has(id))
    if (made) onChange(made.id)
  }
  return (
    <>
      <Choose title={t('flowdesign:message.title')} value={chosen} choices={about.map((each) => ({ value: each.id, label: text(each.label, locale) }))} issues={issues} onChange={(next) => next !== null && onChange(next)} />
      <Space wrap size="small">
        {mayDesignApp(draft) && (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => void add()}>
            {t('flowdesign:message.new')}
          </Button>
        )}
        {template !== undefined && (
          <Link to={designerAddress(draft.app, `templates/${template.name}.json`)}>
            <Button size="small" icon={<EditOutlined aria-hidden />}>
              {t('flowdesign:message.open')}
            </Button>
          </Link>
        )}
      </Space>
      {template !== undefined && draft.effect[template.id] !== undefined && <MessageWords template={template} entity={entity} />}
    </>
  )
}
