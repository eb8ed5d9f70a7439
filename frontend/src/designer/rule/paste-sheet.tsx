/** A whole sheet as a decision table: its headings say which columns ask and which answer. */
import { SnippetsOutlined } from '@ant-design/icons'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { readBlock } from '@/core/forms/block'
import type { Rule } from '@/generated/metadata'

import { useDrafting } from '../drafting/draft-context'
import styles from './rule.module.css'

export function PasteSheet({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation()
  const { edit, isSaving } = useDrafting()
  const [text, setText] = useState<string | null>(null)
  const table = readBlock((text ?? '').replace(/\r?\n$/, ''))
  const [head] = table
  const isTable = table.length > 1 && (head?.length ?? 0) > 1
  const fill = async () => {
    if (isTable && (await edit('fill_rule', { rule: rule.id, table }))) setText(null)
  }
  return (
    <>
      <Button icon={<SnippetsOutlined aria-hidden />} onClick={() => setText('')}>
        {t('rules:sheet.paste')}
      </Button>
      {text !== null && (
        <Modal
          open
          width={640}
          title={t('rules:sheet.paste')}
          okText={t('rules:sheet.fill')}
          okButtonProps={{ disabled: !isTable, loading: isSaving }}
          onOk={() => void fill()}
          onCancel={() => setText(null)}
        >
          <p className={styles['about']}>{t('rules:sheet.pasteHint')}</p>
          <Input.TextArea className={styles['pasted'] ?? ''} aria-label={t('rules:sheet.paste')} rows={10} value={text} onChange={({ target }) => setText(target.value)} />
          <p className={styles['about']} role="status">
            {isTable ? t('rules:sheet.found', { rows: table.length - 1, columns: head?.length ?? 0 }) : ''} {isEmpty(rule) ? '' : t('rules:sheet.replaces')}
          </p>
        </Modal>
      )}
    </>
  )
}

/** Whether nothing was written into the table yet. */
export function isEmpty({ rows }: Rule): boolean {
  return rows.every(({ when, then }) => [...when, ...then].every((cell) => cell === ''))
}
