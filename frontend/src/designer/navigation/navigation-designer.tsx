/** The designer of the navigation: what is not in it yet left, the tree itself, the item in hand right. */
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { App, NavigationItem } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { DragArea } from '../canvas/drag-area'
import type { DragSubject, DropTarget } from '../canvas/drag-subject'
import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from '../frame/designer-frame'
import { useRequestedPlace, type Place } from '../frame/places'
import { ItemPanel, TreePanel } from './item-panel'
import { knownTargets } from './known-targets'
import { NavigationContext } from './navigation-context'
import { editForDrop, itemAt, readWay, targetOf, type Dragged, type EditCall, type Way } from './navigation-tree'
import { NavigationPalette } from './navigation-palette'
import styles from './navigation.module.css'
import { Tree } from './tree'

const FILE = 'app.json'

export function NavigationDesigner({ app, back }: { readonly app: App; readonly back: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const requested = useRequestedPlace()
  const [chosen, choose] = useState<Way | null>(() => wayAt(requested))
  const items = useMemo(() => app.navigation ?? [], [app.navigation])
  const targets = useMemo(() => knownTargets(draft), [draft])
  const wordsOf = useCallback(
    (item: NavigationItem | undefined): string => {
      const target = item && targetOf(item)
      return text(target ? targets.get(target.id)?.label : item?.group, locale, t('viewdesign:navigation.unknown'))
    },
    [targets, locale, t],
  )
  const carryOut = useCallback(
    (call: EditCall | null) => {
      if (call === null) return
      choose(call.after)
      void edit(call.kind, call.params)
    },
    [edit],
  )
  const draggedName = (dragged: Dragged) => {
    if (dragged.kind === 'group') return t('viewdesign:navigation.group.new')
    return dragged.kind === 'item' ? wordsOf(itemAt(items, dragged.at)) : text(targets.get(dragged.id)?.label, locale)
  }
  const newGroup = { [documentLanguage(locale)]: t('viewdesign:navigation.group.new') }
  const put = (dragged: Dragged, to: Way) => carryOut(editForDrop(dragged, to, newGroup))
  const nameOf = (subject: DragSubject) => draggedName(readDragged(subject))
  const whereIs = ({ section, index }: DropTarget) => {
    const group = section === null || section === '' ? '' : wordsOf(itemAt(items, readWay(section)))
    return group === '' ? t('viewdesign:navigation.place', { n: index + 1 }) : t('viewdesign:navigation.place.group', { group, n: index + 1 })
  }
  const state = useMemo(() => ({ items, targets, chosen, choose, wordsOf, carryOut }), [items, targets, chosen, wordsOf, carryOut])
  const item = chosen === null ? undefined : itemAt(items, chosen)
  const document = { ...app, label: { zh: '导航', en: 'Navigation' } }
  return (
    <NavigationContext value={state}>
      <DragArea
        nameOf={nameOf}
        whereIs={whereIs}
        onDrop={(subject, { section, index }) => put(readDragged(subject), [...readWay(section ?? ''), index])}
        renderSubject={(subject) => <span className={styles['follower']}>{nameOf(subject)}</span>}
      >
        <DesignerFrame
          document={document}
          file={FILE}
          back={back}
          chosen={item && { id: targetOf(item)?.id ?? app.id, label: wordsOf(item) }}
          onShow={(file, place) => file === FILE && choose(wayAt(place))}
          palette={<NavigationPalette onAdd={(dragged) => put(dragged, [items.length])} />}
          inspector={item === undefined || chosen === null ? <TreePanel /> : <ItemPanel key={chosen.join('.')} item={item} at={chosen} languages={app.languages} />}
        >
          <div className={styles['canvas']}>
            <nav className={styles['paper']} aria-label={t('viewdesign:navigation')}>
              <Tree />
            </nav>
          </div>
        </DesignerFrame>
      </DragArea>
    </NavigationContext>
  )
}

/** What is dragged, from the one text that stands for it. */
function readDragged(subject: DragSubject): Dragged {
  const [kind = '', rest = ''] = subject.kind === 'field' ? subject.field.split(':') : []
  if (kind === 'at') return { kind: 'item', at: readWay(rest) }
  if (kind === 'group') return { kind: 'group' }
  return { kind: 'target', target: kind as 'view' | 'page' | 'dashboard', id: rest }
}

/** The item a place in the app's document is about. */
function wayAt(place: Place): Way | null {
  const steps = place.filter((step) => typeof step === 'number')
  return place[0] === 'navigation' && steps.length > 0 ? steps : null
}
