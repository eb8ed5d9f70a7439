/** A new approval, ready to run. */
import { NewFlowDialog } from './new-flow-dialog'

interface NewApprovalProps {
  readonly app: string
  readonly onClose: () => void
}

export default function NewApproval(props: NewApprovalProps) {
  return <NewFlowDialog {...props} isApproval />
}
