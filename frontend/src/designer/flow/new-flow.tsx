/** A new flow without steps. */
import { NewFlowDialog } from './new-flow-dialog'

interface NewFlowProps {
  readonly app: string
  readonly onClose: () => void
}

export default function NewFlow(props: NewFlowProps) {
  return <NewFlowDialog {...props} isApproval={false} />
}
