/** Uploaded files as cards: picture or icon, name, size; a click downloads. */
import { DeleteOutlined, FileOutlined } from '@ant-design/icons'
import { Button, Image } from 'antd'
import { useTranslation } from 'react-i18next'

import { formatSize } from '@/core/i18n/size'
import type { StoredFile } from '@/core/values/value'

import styles from './fields.module.css'
import { useFieldScope } from './scope'

interface StoredFilesProps {
  readonly files: readonly StoredFile[]
  readonly onRemove?: (file: StoredFile) => void
}

export default function StoredFiles({ files, onRemove }: StoredFilesProps) {
  return (
    <Image.PreviewGroup>
      <ul className={styles['files']}>
        {files.map((file) => (
          <FileCard key={file.id} file={file} onRemove={onRemove} />
        ))}
      </ul>
    </Image.PreviewGroup>
  )
}

function FileCard({ file, onRemove }: { readonly file: StoredFile; readonly onRemove: StoredFilesProps['onRemove'] }) {
  const { t } = useTranslation()
  const { locale } = useFieldScope()
  const address = `/api/files/${encodeURIComponent(file.id)}`
  return (
    <li className={styles['file']}>
      {isPicture(file) ? (
        <span className={styles['filePicture']}>
          <Image src={address} alt={file.name} width={36} height={36} />
        </span>
      ) : (
        <span className={styles['fileIcon']} aria-hidden>
          <FileOutlined aria-hidden />
        </span>
      )}
      <span className={styles['fileText']}>
        <a className={styles['fileName']} href={address} download={file.name}>
          {file.name}
        </a>
        <span className={styles['fileSize']}>{formatSize(file.size, locale)}</span>
      </span>
      {onRemove !== undefined && (
        <Button size="small" type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('fields:attachment.remove', { name: file.name })} onClick={() => onRemove(file)} />
      )}
    </li>
  )
}

/** Only kinds that every browser draws and that cannot carry scripts. */
function isPicture({ type }: StoredFile): boolean {
  return /^image\/(?:png|jpeg|gif|webp|avif)$/.test(type)
}
