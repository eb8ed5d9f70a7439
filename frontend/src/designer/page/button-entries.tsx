/** The buttons of a block: where each leads, what it is called, whether it stands out. */
import { DeleteOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Block, PageButton } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import type { DesignIssue } from '../drafting/draft'
import { CommittedInput } from '../inspector/committed-input'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import { buttonWords, TARGET_KINDS, targetKind, type TargetKind } from './button-words'
import type { Targets } from './page-context'
import styles from './page.module.css'

type Entered = Omit<PageButton, 'id'> & { readonly id?: string }

interface ButtonEntriesProps {
  readonly block: Block
  readonly targets: Targets
  readonly issues: readonly DesignIssue[]
  readonly onSet: (buttons: readonly Entered[]) => void
}

export function ButtonEntries({ block, targets, issues, onSet }: ButtonEntriesProps) {
  const { t } = useTranslation()
  const buttons = block.buttons ?? []
  const [first] = targets.view
  return (
    <Property title={t('viewdesign:buttons')} issues={issues}>
      {() => (
        <div className={styles['entries']}>
          {buttons.map((button, at) => (
            <ButtonEntry
              key={button.id}
              button={button}
              number={at + 1}
              targets={targets}
              onChange={(next) => onSet(buttons.with(at, next))}
              onUp={at === 0 ? undefined : () => onSet(buttons.toSpliced(at, 1).toSpliced(at - 1, 0, button))}
              onRemove={() => onSet(buttons.toSpliced(at, 1))}
            />
          ))}
          <Button block type="dashed" size="small" icon={<PlusOutlined aria-hidden />} disabled={buttons.length >= 20 || first === undefined} onClick={() => first && onSet([...buttons, { view: first.id }])}>
            {t('viewdesign:buttons.add')}
          </Button>
        </div>
      )}
    </Property>
  )
}

interface ButtonEntryProps {
  readonly button: PageButton
  readonly number: number
  readonly targets: Targets
  readonly onChange: (button: PageButton) => void
  readonly onUp: (() => void) | undefined
  readonly onRemove: () => void
}

function ButtonEntry({ button, number, targets, onChange, onUp, onRemove }: ButtonEntryProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const kind = targetKind(button)
  return (
    <fieldset className={styles['entry']}>
      <legend className={styles['entryTitle']}>{buttonWords(targets, button, locale) || t('viewdesign:buttons.number', { n: number })}</legend>
      <div className={styles['entryRow']}>
        <Select<TargetKind>
          aria-label={t('viewdesign:buttons.kind', { n: number })}
          value={kind}
          options={TARGET_KINDS.map((value) => ({ value, label: t(`viewdesign:leads.${value}`), disabled: value !== 'link' && targets[value].length === 0 }))}
          onChange={(next) => onChange(leadingTo(button, next, next === 'link' ? 'https://example.com' : targets[next][0]?.id))}
        />
        <Button type="text" icon={<UpOutlined aria-hidden />} disabled={onUp === undefined} aria-label={t('viewdesign:buttons.up', { n: number })} onClick={onUp} />
        <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('viewdesign:buttons.remove', { n: number })} onClick={onRemove} />
      </div>
      {kind === 'link' ? (
        <Address value={button.link ?? ''} number={number} onChange={(link) => onChange(leadingTo(button, 'link', link))} />
      ) : (
        <Select
          aria-label={t('viewdesign:buttons.target', { n: number })}
          value={button[kind] ?? null}
          showSearch={{ optionFilterProp: 'label' }}
          options={targets[kind].map((each: { readonly id: string; readonly name: string; readonly label: Readonly<Record<string, string>> }) => ({ value: each.id, label: text(each.label, locale, each.name) }))}
          onChange={(id) => onChange(leadingTo(button, kind, id))}
        />
      )}
      <LabelEntry languages={targets.app.languages} label={button.label} name={t('viewdesign:buttons.label', { n: number })} onCommit={(label) => onChange(labelled(button, label))} />
      <label className={styles['switch']}>
        <Switch size="small" checked={button.primary === true} onChange={(primary) => onChange({ ...button, primary })} /> {t('viewdesign:buttons.primary')}
      </label>
    </fieldset>
  )
}

const WEB = /^https?:\/\/\S+$/

/** Only whole web addresses are kept; anything else is said to be none. */
function Address({ value, number, onChange }: { readonly value: string; readonly number: number; readonly onChange: (link: string) => void }) {
  const { t } = useTranslation()
  return (
    <CommittedInput value={value} ariaLabel={t('viewdesign:buttons.address', { n: number })} placeholder="https://" isInvalid={!WEB.test(value)} onCommit={(typed) => WEB.test(typed.trim()) && onChange(typed.trim())} />
  )
}

function leadingTo(button: PageButton, kind: TargetKind, target: string | undefined): PageButton {
  const { id, label, icon, primary } = button
  const own = { id, ...(label && { label }), ...(icon !== undefined && { icon }), ...(primary !== undefined && { primary }) }
  return target === undefined ? own : { ...own, [kind]: target }
}

function labelled({ label: _old, ...button }: PageButton, label: PageButton['label'] | null): PageButton {
  return label === null || label === undefined ? button : { ...button, label }
}
