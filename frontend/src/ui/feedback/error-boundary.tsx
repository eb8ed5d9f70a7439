/** Catches a fault while drawing a part of the page and offers ways out; the rest of the page keeps working. */
import { Component, type ReactNode } from 'react'

import { FaultScreen } from './fault-screen'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly fault: unknown
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { fault: undefined }

  static getDerivedStateFromError(fault: unknown): ErrorBoundaryState {
    return { fault }
  }

  override render(): ReactNode {
    if (this.state.fault === undefined) return this.props.children
    return <FaultScreen fault={this.state.fault} onRetry={() => this.setState({ fault: undefined })} />
  }
}
