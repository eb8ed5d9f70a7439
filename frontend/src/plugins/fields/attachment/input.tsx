/** Uploads files by choosing, dropping or pasting them; shows progress and what is there already. */
import { CloseOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Progress, Upload as AntdUpload } from 'antd'
import { useEffect, useRef, type ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { issueText } from '@/core/issues/issue-text'
import { isStoredFile, type StoredFile } from '@/core/values/value'

import styles from '../fields.module.css'
import type { FieldInputProps } from '../input-props'
import StoredFiles from '../stored-files'
import { acceptText } from './accepted'
import { useUploads, type Upload } from './uploads'

const USUAL_MOST = 10

export function Input({ field, value, onChange, id, isDisabled, describedBy }: FieldInputProps<'attachment'>) {
  const files = Array.isArray(value) ? value.filter(isStoredFile) : []
  // Several uploads may end before the next drawing; each must see the files of the one before.
  const latest = useRef(files)
  useEffect(() => {
    latest.current = files
  })
  const change = (next: readonly StoredFile[]) => {
    latest.current = [...next]
    onChange(next)
  }
  const { running, start } = useUploads((stored) => change([...latest.current, stored]))
  const { most = USUAL_MOST, accept } = field.options ?? {}
  const room = most - files.length - running.length
  return (
    <div className={styles['uploader']} onPaste={isDisabled ? undefined : (event) => pasteFiles(event, start)}>
      {files.length > 0 && (
        <StoredFiles files={files} {...(!isDisabled && { onRemove: (gone: StoredFile) => change(files.filter((file) => file.id !== gone.id)) })} />
      )}
      {running.map((each) => (
        <RunningUpload key={each.key} running={each} />
      ))}
      {!isDisabled && room > 0 && <Chooser id={id} accept={acceptText(accept)} isMultiple={room > 1} onChoose={start} describedBy={describedBy} />}
    </div>
  )
}

interface ChooserProps {
  readonly id: string
  readonly accept: string | undefined
  readonly isMultiple: boolean
  readonly onChoose: (file: File) => void
  readonly describedBy: string | undefined
}

function Chooser({ id, accept, isMultiple, onChoose, describedBy }: ChooserProps) {
  const { t } = useTranslation()
  return (
    <AntdUpload
      accept={accept}
      multiple={isMultiple}
      showUploadList={false}
      beforeUpload={(file) => {
        onChoose(file)
        return false
      }}
    >
      <Button id={id} icon={<UploadOutlined aria-hidden />} aria-describedby={describedBy}>
        {t('fields:attachment.choose')}
      </Button>
    </AntdUpload>
  )
}

function RunningUpload({ running }: { readonly running: Upload }) {
  const { t } = useTranslation()
  const [issue] = running.issues
  return (
    <div className={styles['running']}>
      <span className={styles['fileName']}>{running.name}</span>
      {issue ? <span role="alert">{issueText(t, issue)}</span> : <Progress percent={Math.round(running.share * 100)} size="small" aria-label={running.name} />}
      <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('fields:attachment.cancel', { name: running.name })} onClick={running.cancel} />
    </div>
  )
}

function pasteFiles(event: ClipboardEvent, start: (file: File) => void): void {
  for (const file of event.clipboardData.files) start(file)
}
