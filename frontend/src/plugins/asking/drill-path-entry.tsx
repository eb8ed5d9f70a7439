/** The set way down from a group: which levels follow, in order; added from what is reached, moved and taken out. */
import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { finerLevels, freeLevels, isSameLevel } from '@/core/query/levels'
import type { DrillPath, QueryDimension } from '@/generated/metadata'

import { dimensionLabel, placeWords } from '../reporting/query-words'
import { useAsking } from './asking-context'
import styles from './asking.module.css'
import { useWording } from './chips'

export function DrillPathEntry({ dimension }: { readonly dimension: QueryDimension }) {
  const { t } = useTranslation()
  const wording = useWording()
  const { definition, exploration, setDrill, shelves } = useAsking()
  const { entities } = definition
  const steps = exploration.drill.find((path) => path.dimension === dimension.id)?.steps ?? []
  const set = (next: readonly QueryDimension[]) => setDrill(withPath(exploration.drill, dimension.id, next))
  const last = steps.at(-1) ?? dimension
  const offered = [...finerLevels(entities, last), ...freeLevels(entities, dimension, shelves.values)].filter((level) => !isSameLevel(level, dimension) && !steps.some((step) => isSameLevel(step, level)))
  const wordsOf = (level: QueryDimension) => {
    const grain = level.grain === undefined ? '' : ` · ${t(`reports:grain.${level.grain}`)}`
    return `${dimensionLabel(level, wording)}${grain}`
  }
  return (
    <div className={styles['entry']}>
      <h3>{t('explore:drillPath')}</h3>
      <p className={styles['where']}>{t('explore:drillPath.hint')}</p>
      <ol className={styles['path']}>
        {steps.map((step, at) => {
          const level = wordsOf(step)
          return (
            <li key={JSON.stringify([step.path, step.field, step.grain])}>
              <span title={placeWords(step, wording)}>{`${at + 1}. ${level}`}</span>
              <span>
                <Button type="text" size="small" icon={<ArrowUpOutlined aria-hidden />} aria-label={t('explore:drillPath.up', { level })} disabled={at === 0} onClick={() => set(swapped(steps, at - 1))} />
                <Button type="text" size="small" icon={<ArrowDownOutlined aria-hidden />} aria-label={t('explore:drillPath.down', { level })} disabled={at === steps.length - 1} onClick={() => set(swapped(steps, at))} />
                <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('explore:remove', { name: level })} onClick={() => set(steps.toSpliced(at, 1))} />
              </span>
            </li>
          )
        })}
      </ol>
      <Select
        aria-label={t('explore:drillPath.add')}
        placeholder={t('explore:drillPath.add')}
        value={null}
        options={offered.map((level, at) => ({ value: at, label: level.path === undefined ? wordsOf(level) : `${placeWords(level, wording)}${level.grain === undefined ? '' : ` · ${t(`reports:grain.${level.grain}`)}`}` }))}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(at: number) => set([...steps, ...offered.slice(at, at + 1)])}
      />
    </div>
  )
}

function swapped(steps: readonly QueryDimension[], at: number): readonly QueryDimension[] {
  const [one, other] = steps.slice(at, at + 2)
  return one === undefined || other === undefined ? steps : steps.toSpliced(at, 2, other, one)
}

function withPath(paths: readonly DrillPath[], dimension: string, steps: readonly QueryDimension[]): readonly DrillPath[] {
  const others = paths.filter((path) => path.dimension !== dimension)
  return steps.length === 0 ? others : [...others, { dimension, steps }]
}
