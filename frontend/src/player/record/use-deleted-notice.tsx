/** Says that a record is in the trash, and takes it back out with one click. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { restoreRecord, type RecordPlace } from '@/shared/records/one-record'

const SECONDS = 8

export function useDeletedNotice(place: RecordPlace): (id: string) => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return (id) => {
    const undo = async () => {
      message.destroy(id)
      await restoreRecord(place, id)
      await queryClient.invalidateQueries()
      await navigate(`/a/${place.app}/e/${place.entity}/${id}`)
    }
    message.success({
      key: id,
      duration: SECONDS,
      content: (
        <>
          {t('record:deleted')}
          <Button type="link" size="small" onClick={() => void undo()}>
            {t('record:undo')}
          </Button>
        </>
      ),
    })
  }
}
