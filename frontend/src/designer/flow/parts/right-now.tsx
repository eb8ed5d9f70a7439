/** Who would be asked right now, for the example in hand; nobody is said in red before anything is published. */
import { TeamOutlined, WarningFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Tag, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity, Flow, Who } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { say } from '../../drafting/draft'
import { useDrafting } from '../../drafting/draft-context'
import styles from '../flow.module.css'
import { useSample } from '../sample'
import { rightNowQuery } from '../trying'
import { SampleEntry } from './sample-entry'

interface RightNowProps {
  readonly flow: Flow
  readonly entity: Entity
  readonly who: readonly Who[]
}

export function RightNow({ flow, entity, who }: RightNowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const { sample } = useSample()
  const { data, isError } = useQuery(rightNowQuery(draft, flow.id, who, sample))
  if (isError || data === undefined) return null
  return (
    <div className={styles['now']} role="status">
      <p className={styles['nowTitle']}>
        <TeamOutlined aria-hidden /> {t('flowdesign:now.title')}
      </p>
      {data.items.length === 0 ? (
        <p className={styles['nobody']}>
          <WarningFilled aria-hidden /> {t('flowdesign:now.nobody')}
        </p>
      ) : (
        <p className={styles['people']}>
          {data.items.map(({ id, name, words }) => (
            <Tooltip key={id} title={say(words, locale)}>
              <Tag>{text(name, locale, id)}</Tag>
            </Tooltip>
          ))}
        </p>
      )}
      <SampleEntry entity={entity} />
    </div>
  )
}
