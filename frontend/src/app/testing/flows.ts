/** An order on its way through an approval, as the server would describe it, for tests of flow screens. */
import type { Run, RunStep, StartedItem, TaskDetail, TaskItem } from '@/shared/flows/wire'

const LINA = { id: 'u-lina', title: 'Li Na' }
const WANG = { id: 'u-wang', title: 'Wang Wei' }

export const FLOW_NAME = { id: 'flw_order1', name: 'order_approval', label: { zh: '订单审批', en: 'Order approval' } }

export const TASK: TaskItem = {
  id: 't1',
  app: 'sales',
  flow: FLOW_NAME,
  node: { id: 'nod_direct', label: { zh: '销售总监审批', en: 'Sales director approves' } },
  kind: 'approval',
  state: 'pending',
  instance: 'i1',
  entity: 'order',
  record: { id: 'o1', title: 'SO0001' },
  submitter: WANG,
  person: LINA,
  since: '2026-11-23T02:00:00Z',
  due: null,
  decided_at: null,
  opinion: '',
  version: 1,
}

export const OTHER_TASK: TaskItem = { ...TASK, id: 't2', instance: 'i2', record: { id: 'o2', title: 'SO0002' } }

export const DETAIL: TaskDetail = {
  ...TASK,
  fields: { no: 'read', status: 'read', customer: 'read', total: 'hidden', note: 'required', lines: 'read' },
  actions: ['approve', 'reject', 'return', 'transfer'],
  opinion: 'required_to_reject',
  return_to: [{ node: 'submitter', label: { zh: '提交人', en: 'Who submitted' } }],
}

const STEPS: readonly RunStep[] = [
  {
    node: 'nod_amount',
    entered_at: '2026-11-23T01:59:59Z',
    left_at: '2026-11-23T02:00:00Z',
    outcome: 'brn_large1',
    words: [{ zh: '合计 12,000 超过 10,000', en: 'Total 12,000 is over 10,000' }],
  },
  { node: 'nod_direct', entered_at: '2026-11-23T02:00:00Z', left_at: null, outcome: null, words: [{ zh: '李娜是销售总监', en: 'Li Na is sales director' }] },
]

export const RUN: Run = {
  id: 'i1',
  state: 'running',
  flow: {
    ...FLOW_NAME,
    trigger: { kind: 'record_changed', entity: 'ent_order' },
    nodes: [
      {
        kind: 'condition',
        id: 'nod_amount',
        label: { zh: '金额', en: 'How much' },
        branches: [
          { id: 'brn_large1', label: { zh: '一万以上', en: 'Over 10,000' } },
          { id: 'brn_small1', label: { zh: '一万以内', en: 'Up to 10,000' } },
        ],
      },
      { kind: 'approval', id: 'nod_direct', label: TASK.node.label, approvers: [{ source: 'role', role: 'rol_direct1' }] },
      { kind: 'update_record', id: 'nod_status', label: { zh: '改为已确认', en: 'Mark as confirmed' }, set: {} },
    ],
    edges: [
      { from: 'trigger', to: 'nod_amount' },
      { from: 'nod_amount', to: 'nod_direct', branch: 'brn_large1' },
      { from: 'nod_amount', to: 'nod_status', branch: 'brn_small1' },
      { from: 'nod_direct', to: 'nod_status', on: 'approved' },
      { from: 'nod_direct', to: 'end', on: 'rejected' },
      { from: 'nod_status', to: 'end' },
    ],
  },
  record: TASK.record,
  entity: 'order',
  submitter: WANG,
  started_at: '2026-11-23T01:59:59Z',
  ended_at: null,
  steps: STEPS,
  tokens: [{ node: 'nod_direct', since: '2026-11-23T02:00:00Z' }],
  tasks: [TASK],
  release: 3,
  may: ['withdraw', 'remind'],
}

export const STARTED: StartedItem = {
  instance: 'i1',
  app: 'sales',
  flow: FLOW_NAME,
  entity: 'order',
  record: TASK.record,
  state: 'running',
  since: '2026-11-23T01:59:59Z',
  ended_at: null,
  waiting_for: [LINA],
}

export const COUNTS = { todo: 2, started: 1 }
