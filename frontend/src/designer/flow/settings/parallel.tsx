/** Paths that are gone at once. */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { useDrafting } from '../../drafting/draft-context'
import styles from '../flow.module.css'
import type { StepOf } from '../parts/step-props'

export function ParallelSettings({ flow, node }: StepOf<'parallel'>) {
  const { t } = useTranslation()
  const { edit } = useDrafting()
  const count = flow.edges.filter(({ from }) => from === node.id).length
  return (
    <>
      <p className={styles['about']}>{t('flowdesign:parallel.about', { count })}</p>
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => void edit('add_branch', { flow: flow.id, node: node.id })}>
        {t('flowdesign:parallel.add')}
      </Button>
    </>
  )
}
