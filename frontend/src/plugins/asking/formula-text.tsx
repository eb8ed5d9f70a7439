/** A formula as text, with the names that can stand in it as chips that are put in where the cursor is. */
import { Button, Form, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import styles from './asking.module.css'
import type { FormulaName } from './formula'

const MOST_NAMES = 60

interface FormulaTextProps {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly names: readonly FormulaName[]
  readonly onChange: (value: string) => void
}

export function FormulaText({ id, label, hint, value, names, onChange }: FormulaTextProps) {
  const { t } = useTranslation()
  const area = useRef<TextAreaRef>(null)
  const said = saidIn(value, names)
  const insert = (name: string) => {
    const field = area.current?.resizableTextArea?.textArea
    const [from, to] = [field?.selectionStart ?? value.length, field?.selectionEnd ?? value.length]
    const before = value.slice(0, from)
    const gap = before === '' || /[\s(]$/.test(before) ? '' : ' '
    onChange(`${before}${gap}${name}${value.slice(to)}`)
    area.current?.focus({ cursor: 'end' })
  }
  return (
    <Form.Item label={label} htmlFor={id} extra={hint}>
      <Input.TextArea ref={area} id={id} className={styles['formula'] ?? ''} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} value={value} spellCheck={false} onChange={({ target }) => onChange(target.value)} />
      {said !== value && (
        <p className={styles['where']}>
          {t('explore:formula.said')} {said}
        </p>
      )}
      <div className={styles['names']}>
        {names.slice(0, MOST_NAMES).map((each) => (
          <Button key={each.name} size="small" title={each.name} onClick={() => insert(each.name)}>
            {each.label}
          </Button>
        ))}
      </div>
    </Form.Item>
  )
}

/** A formula with what its names are called. */
export function saidIn(formula: string, names: readonly FormulaName[]): string {
  const called = new Map(names.map(({ name, label }) => [name, label]))
  return formula.replaceAll(/[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/gu, (name) => called.get(name) ?? name)
}
