/** A new entity from the overview of an app: its dialog, and then its fields. */
import { useNavigate } from 'react-router'

import { designerAddress } from '../frame/places'
import { NewEntityDialog } from './new-entity-dialog'

interface NewEntityProps {
  readonly app: string
  readonly onClose: () => void
}

export default function NewEntity({ app, onClose }: NewEntityProps) {
  const navigate = useNavigate()
  const done = (name: string | null) => {
    if (name === null) onClose()
    else void navigate(designerAddress(app, `entities/${name}.json`))
  }
  return <NewEntityDialog onDone={done} />
}
