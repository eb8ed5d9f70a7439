/** Further records: asked for when the reader comes to the end of those there are, or presses the button. */
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import type { RecordPages } from './use-record-pages'
import { useSeen } from './use-seen'

export function MoreRecords({ pages }: { readonly pages: RecordPages }) {
  // Each page has an end of its own; one that failed is not asked for again by itself.
  return pages.hasMore ? <End key={pages.records.length} pages={pages} /> : null
}

function End({ pages: { more, isLoadingMore } }: { readonly pages: RecordPages }) {
  const { t } = useTranslation()
  const { isSeen, ref } = useSeen()
  useEffect(() => {
    if (isSeen) more()
    // Once for each end.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isSeen])
  return (
    <div ref={ref}>
      <Button block type="text" size="small" loading={isLoadingMore} onClick={more}>
        {t('list:cards.more')}
      </Button>
    </div>
  )
}
