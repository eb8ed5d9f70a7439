/** The settings of each kind of step and of trigger. */
import type { ComponentType } from 'react'

import type { Flow, Node } from '@/generated/metadata'

import type { StepOf, TriggerOf } from '../parts/step-props'
import { ApprovalSettings } from './approval'
import { ButtonSettings } from './button'
import { ConditionSettings } from './condition'
import { ConnectorActionSettings } from './connector_action'
import { CreateRecordSettings } from './create_record'
import { DecideSettings } from './decide'
import { EndSettings } from './end'
import { FillInSettings } from './fill_in'
import { FindRecordsSettings } from './find_records'
import { JoinSettings } from './join'
import { NotifySettings } from './notify'
import { ParallelSettings } from './parallel'
import { PerLineSettings } from './per_line'
import { RecordChangedSettings } from './record_changed'
import { RecordCreatedSettings } from './record_created'
import { ReleaseStockSettings } from './release_stock'
import { ReserveStockSettings } from './reserve_stock'
import { ScheduleSettings } from './schedule'
import { ShipStockSettings } from './ship_stock'
import { ShopEventSettings } from './shop_event'
import { SubFlowSettings } from './sub_flow'
import { ThresholdSettings } from './threshold'
import { TimerSettings } from './timer'
import { UpdateRecordSettings } from './update_record'

export const STEP_SETTINGS: { readonly [K in Node['kind']]: ComponentType<StepOf<K>> } = {
  approval: ApprovalSettings,
  condition: ConditionSettings,
  connector_action: ConnectorActionSettings,
  create_record: CreateRecordSettings,
  decide: DecideSettings,
  end: EndSettings,
  fill_in: FillInSettings,
  find_records: FindRecordsSettings,
  join: JoinSettings,
  notify: NotifySettings,
  parallel: ParallelSettings,
  per_line: PerLineSettings,
  release_stock: ReleaseStockSettings,
  reserve_stock: ReserveStockSettings,
  ship_stock: ShipStockSettings,
  sub_flow: SubFlowSettings,
  timer: TimerSettings,
  update_record: UpdateRecordSettings,
}

export const TRIGGER_SETTINGS: { readonly [K in Flow['trigger']['kind']]: ComponentType<TriggerOf<K>> } = {
  button: ButtonSettings,
  record_changed: RecordChangedSettings,
  record_created: RecordCreatedSettings,
  schedule: ScheduleSettings,
  shop_event: ShopEventSettings,
  threshold: ThresholdSettings,
}
