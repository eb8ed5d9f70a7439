/** The item in hand: heading of a group, icon, where it leads; without one, how the navigation is arranged. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import type { NavigationItem } from '@/generated/metadata'

import { issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { designerAddress } from '../frame/places'
import { IconChoice } from '../inspector/icon-choice'
import styles from '../inspector/inspector.module.css'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import { useNavigation } from './navigation-context'
import { isGroup, targetOf, type Way } from './navigation-tree'
import { useRemoving } from './use-removing'

interface ItemPanelProps {
  readonly item: NavigationItem
  readonly at: Way
  readonly languages: readonly string[]
}

export function ItemPanel({ item, at, languages }: ItemPanelProps) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const { targets, wordsOf } = useNavigation()
  const remove = useRemoving()
  const target = targetOf(item)
  const known = target && targets.get(target.id)
  const set = (property: string, value: unknown) => void edit('set_navigation_item', { at, property, value })
  const place = at.flatMap((step, depth) => [depth === 0 ? 'navigation' : 'items', step])
  return (
    <div className={styles['panel']}>
      <header className={styles['head']}>
        <h2 className={styles['headTitle']}>{wordsOf(item)}</h2>
      </header>
      {isGroup(item) && (
        <Property title={t('viewdesign:navigation.group')} issues={issuesAt(draft, 'app.json', place)}>
          {() => <LabelEntry languages={languages} label={item.group} name={t('viewdesign:navigation.group')} onCommit={(label) => label && set('group', label)} />}
        </Property>
      )}
      <Property title={t('viewdesign:icon')}>{({ id }) => <IconChoice id={id} value={item.icon} onChange={(icon) => set('icon', icon)} />}</Property>
      {known !== undefined && <Link to={designerAddress(draft.app, known.file)}>{t('viewdesign:target.open')}</Link>}
      <div className={styles['removal']}>
        <Button block danger type="text" onClick={() => remove(item, at)}>
          {t(isGroup(item) ? 'viewdesign:navigation.dissolve' : 'viewdesign:navigation.remove')}
        </Button>
      </div>
    </div>
  )
}

export function TreePanel() {
  const { t } = useTranslation()
  return (
    <div className={styles['panel']}>
      <header className={styles['head']}>
        <h2 className={styles['headTitle']}>{t('viewdesign:navigation')}</h2>
      </header>
      <p className={styles['hint']}>{t('viewdesign:navigation.hint')}</p>
      <p className={styles['hint']}>{t('viewdesign:navigation.keys')}</p>
    </div>
  )
}
