/** The choices of an option list: their words, colours, and which are no longer offered. */
import { PlusOutlined } from '@ant-design/icons'
import { Button, Select, Switch, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Choice, Options } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './inspector.module.css'
import { LabelEntry } from './label-entry'

const COLORS = ['default', 'blue', 'green', 'gold', 'orange', 'red', 'purple', 'cyan', 'magenta', 'grey'] as const

export function ChoiceList({ options }: { readonly options: Options }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const add = () => {
    const label = { [documentLanguage(locale)]: t('designer:choice.new', { n: options.choices.length + 1 }) }
    void edit('add_choice', { list: options.id, label })
  }
  return (
    <div className={styles['choices']}>
      {options.choices.map((choice) => (
        <ChoiceLine key={choice.value} list={options.id} choice={choice} languages={appOf(draft).languages} />
      ))}
      <Button size="small" type="dashed" block icon={<PlusOutlined aria-hidden />} onClick={add}>
        {t('designer:choice.add')}
      </Button>
    </div>
  )
}

interface ChoiceLineProps {
  readonly list: string
  readonly choice: Choice
  readonly languages: readonly string[]
}

function ChoiceLine({ list, choice, languages }: ChoiceLineProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const set = (property: string, value: unknown) => void edit('set_choice', { list, choice: choice.value, property, value })
  const name = text(choice.label, locale, choice.value)
  return (
    <div className={styles['choice']} data-retired={choice.retired === true}>
      <LabelEntry languages={languages} label={choice.label} name={name} onCommit={(label) => label && set('label', label)} />
      <div className={styles['choiceMore']}>
        <Select
          size="small"
          variant="filled"
          aria-label={t('designer:choice.color', { name })}
          value={choice.color ?? 'default'}
          options={COLORS.map((color) => ({ value: color, label: <ColorMark color={color} /> }))}
          onChange={(color) => set('color', color === 'default' ? null : color)}
        />
        <Tooltip title={t('designer:choice.offeredHint')}>
          <Switch
            size="small"
            checked={choice.retired !== true}
            aria-label={t('designer:choice.offered', { name })}
            onChange={(isOffered) => set('retired', isOffered ? null : true)}
          />
        </Tooltip>
      </div>
    </div>
  )
}

function ColorMark({ color }: { readonly color: string }) {
  const { t } = useTranslation()
  return <span className={styles['color']} data-color={color} role="img" aria-label={t(`designer:color.${color}`)} />
}
