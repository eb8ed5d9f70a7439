/** What React, antd and queries complain about while a test runs: properties that go away, keys, updates nobody waited for. */
import { vi } from 'vitest'

let complaints: string[] = []

/** Listens until mocks are restored; a test that expects a complaint spies on the console itself. */
export function listenForComplaints(): void {
  complaints = []
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...said: unknown[]) => {
      complaints.push(said.map(String).join(' '))
    })
  }
}

export function complaintsHeard(): readonly string[] {
  return complaints
}
