/** The field types offered in the palette, in groups, each with its icon. */
import {
  CalculatorOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  DollarOutlined,
  DownCircleOutlined,
  EyeOutlined,
  FieldNumberOutlined,
  FontSizeOutlined,
  FunctionOutlined,
  LinkOutlined,
  MailOutlined,
  NumberOutlined,
  OrderedListOutlined,
  PaperClipOutlined,
  PercentageOutlined,
  PhoneOutlined,
  ShareAltOutlined,
  SwapOutlined,
  TableOutlined,
  AlignLeftOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'

import type { FieldType } from '@/generated/metadata'

type IconType = ComponentType<{ readonly 'aria-hidden'?: boolean; readonly className?: string | undefined }>

export const KIND_ICONS: Readonly<Record<FieldType, IconType>> = {
  text: FontSizeOutlined,
  long_text: AlignLeftOutlined,
  integer: FieldNumberOutlined,
  decimal: NumberOutlined,
  money: DollarOutlined,
  percent: PercentageOutlined,
  switch: SwapOutlined,
  choice: DownCircleOutlined,
  multi_choice: CheckSquareOutlined,
  date: CalendarOutlined,
  datetime: ClockCircleOutlined,
  email: MailOutlined,
  phone: PhoneOutlined,
  url: LinkOutlined,
  person: UserOutlined,
  attachment: PaperClipOutlined,
  sequence: OrderedListOutlined,
  link: ShareAltOutlined,
  lookup: EyeOutlined,
  rollup: CalculatorOutlined,
  formula: FunctionOutlined,
  lines: TableOutlined,
}

export interface KindGroup {
  readonly key: 'words' | 'numbers' | 'choices' | 'time' | 'things' | 'relations'
  readonly types: readonly FieldType[]
}

export const KIND_GROUPS: readonly KindGroup[] = [
  { key: 'words', types: ['text', 'long_text', 'phone', 'email', 'url'] },
  { key: 'numbers', types: ['integer', 'decimal', 'money', 'percent', 'sequence'] },
  { key: 'choices', types: ['choice', 'multi_choice', 'switch'] },
  { key: 'time', types: ['date', 'datetime'] },
  { key: 'things', types: ['person', 'attachment'] },
  { key: 'relations', types: ['link', 'lookup', 'formula', 'lines'] },
]
