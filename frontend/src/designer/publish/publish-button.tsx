/** The way to publishing, with the number of edits that wait for it. */
import { Badge, Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { useDrafting } from '../drafting/draft-context'

/** On the button's corner, so that it is whole at the edge of a window. */
const ON_CORNER: [number, number] = [-6, 2]

interface PublishButtonProps {
  readonly className?: string
  readonly onPublish: () => void
}

export function PublishButton({ className = '', onPublish }: PublishButtonProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const edits = draft.commands.filter(({ undone }) => !undone).length
  return (
    <Badge className={className} count={edits} size="small" color="gold" offset={ON_CORNER}>
      <Button type="primary" data-tour="publish" disabled={edits === 0} onClick={onPublish}>
        {t('designer:publish.open')}
      </Button>
    </Badge>
  )
}
