/** Lists, pages and dashboards that the navigation does not offer yet, and a new group. */
import { FolderAddOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { iconNamed } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import { PaletteItem } from '../palette/palette-item'
import palette from '../palette/palette.module.css'
import { useNavigation } from './navigation-context'
import { TARGET_KINDS, targetsIn, type Dragged } from './navigation-tree'
import styles from './navigation.module.css'

export function NavigationPalette({ onAdd }: { readonly onAdd: (dragged: Dragged) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { items, targets } = useNavigation()
  const offered = targetsIn(items)
  const missing = [...targets.values()].filter(({ id }) => !offered.has(id))
  return (
    <nav className={palette['palette']} aria-label={t('viewdesign:navigation.palette')}>
      <div className={palette['groups']}>
        <PaletteItem subject={{ kind: 'field', field: 'group:' }} icon={FolderAddOutlined} title={t('viewdesign:navigation.group.new')} hint={t('viewdesign:navigation.group.hint')} onAdd={() => onAdd({ kind: 'group' })} />
        {TARGET_KINDS.map((kind) => {
          const listed = missing.filter((target) => target.kind === kind)
          return (
            listed.length > 0 && (
              <section key={kind} aria-label={t(`viewdesign:navigation.missing.${kind}`)}>
                <h2 className={palette['groupTitle']}>{t(`viewdesign:navigation.missing.${kind}`)}</h2>
                <div className={styles['missing']}>
                  {listed.map(({ id, label, name, icon }) => (
                    <PaletteItem
                      key={id}
                      subject={{ kind: 'field', field: `${kind}:${id}` }}
                      icon={iconNamed(icon)}
                      title={text(label, locale, name)}
                      hint={t('viewdesign:navigation.add')}
                      onAdd={() => onAdd({ kind: 'target', target: kind, id })}
                    />
                  ))}
                </div>
              </section>
            )
          )
        })}
        {missing.length === 0 && <p className={styles['hint']}>{t('viewdesign:navigation.complete')}</p>}
      </div>
    </nav>
  )
}
