/** The search of a list: asks once typing pauses, and at once on Enter or when it is left. */
import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import styles from './list.module.css'

interface SearchBoxProps {
  readonly value: string
  readonly onSearch: (search: string) => void
}

const TYPING_PAUSE = 300

export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  const wanted = typed.trim()
  useEffect(() => {
    if (wanted === value) return undefined
    const timer = setTimeout(() => onSearch(wanted), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [wanted, value, onSearch])
  // The search stands in the address: asked for later, it would call back somebody who is on the way to another page.
  const searchNow = () => wanted !== value && onSearch(wanted)
  return (
    <Input
      className={styles['search'] ?? ''}
      allowClear
      type="search"
      prefix={<SearchOutlined aria-hidden />}
      placeholder={t('list:search')}
      aria-label={t('list:search')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={searchNow}
      onBlur={searchNow}
    />
  )
}
