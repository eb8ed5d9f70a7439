/** What kind of field a label asks for: guessed from its words, in Chinese and English, and always changeable. */
import type { FieldType, Label } from '@/generated/metadata'

/** A field as it is typed in one line. */
export interface TypedField {
  readonly label: string
  readonly type: FieldType
  readonly options?: Readonly<Record<string, unknown>>
  readonly choices?: readonly string[]
}

/** What a label can be the name of: entities to link to, option lists to choose from. */
export interface Known {
  readonly entities: readonly { readonly id: string; readonly label: Label }[]
  readonly lists: readonly { readonly id: string; readonly label: Label }[]
}

/** The first that fits decides, so that “费用类型” is a choice and “付款日期说明” a text. */
const SIGNS: readonly (readonly [FieldType, RegExp])[] = [
  ['switch', /^(是否|有无|能否)|[?？]$|^(is|has|can)\s/i],
  ['multi_choice', /标签|\btags?\b/i],
  ['long_text', /备注|说明|描述|详情|原因|事由|意见|内容|理由|\b(notes?|remarks?|descriptions?|details|comments?|reasons?)\b/i],
  ['choice', /状态|类型|类别|分类|等级|级别|性别|种类|优先级|方式$|结果$|\b(status|state|type|category|level|kind|priority|class|result|method)\b/i],
  ['attachment', /照片|图片|附件|文件|凭证|截图|扫描件|\b(photos?|pictures?|images?|attachments?|files?|scans?|receipts?)\b/i],
  ['email', /邮箱|邮件|\be-?mail\b/i],
  ['phone', /电话|手机|联系方式|\b(phone|mobile|tel|telephone)\b/i],
  ['url', /网址|链接|网站|官网|\b(website|url|web ?page|homepage)\b/i],
  ['person', /负责人|经办人|申请人|审批人|检查人|巡检人|维修人|报修人|处理人|跟进人|经理$|业务员|销售员|员工|\b(owner|assignee|responsible|applicant|approver|inspector|manager|employee|requester)\b/i],
  ['sequence', /流水号|单号|\b(serial|sequence|running|order|request) (no\.?|number)(?=\s|$)/i],
  ['percent', /[率%]$|比例|百分比|折扣|\b(percent|percentage|rate|ratio|discount|share)\b|%/i],
  ['integer', /数量|件数|次数|人数|天数|台数|年龄|\b(count|quantity|qty|days|pieces|number of .*|age)\b/i],
  ['money', /金额|价格|[单总售进]价|费用?$|成本|预算|工资|薪资|货款|押金|\b(amount|price|cost|costs|fee|budget|salary|total|expense|deposit)\b/i],
  ['datetime', /时间|时刻|\b(time|timestamp|moment)\b/i],
  ['date', /日期|[日]$|生日|截止|到期|有效期|\b(date|day|birthday|deadline|due|until|since)\b/i],
  ['decimal', /重量|长度|宽度|高度|面积|体积|温度|小时|工时|\b(weight|length|width|height|area|volume|temperature|hours)\b/i],
]

const DIVIDED = /^([^:：]+)[:：]\s*(.+)$/
const BETWEEN_CHOICES = /\s*[/、,，;；|｜]\s*/

/** `状态：草稿/生效/作废` is a choice with its choices; the name of an entity a link to it. */
export function guessField(typed: string, known: Known): TypedField {
  const [, before = typed, after = ''] = DIVIDED.exec(typed.trim()) ?? []
  const choices = after.split(BETWEEN_CHOICES).filter((words) => words !== '')
  if (choices.length > 1) return { label: before.trim(), type: isSeveral(before) ? 'multi_choice' : 'choice', choices }
  return { label: typed.trim(), ...guessType(typed.trim(), known) }
}

function guessType(label: string, { entities, lists }: Known): Omit<TypedField, 'label'> {
  const entity = entities.find((each) => isCalled(each.label, label))
  if (entity !== undefined) return { type: 'link', options: { entity: entity.id } }
  const list = lists.find((each) => isCalled(each.label, label))
  if (list !== undefined) return { type: 'choice', options: { list: list.id } }
  const type = SIGNS.find(([, sign]) => sign.test(label))?.[0] ?? 'text'
  return type === 'sequence' ? { type, options: { format: 'NO-{yyyyMM}-{0000}', reset: 'month' } } : { type }
}

function isSeveral(label: string): boolean {
  return SIGNS[1]?.[1].test(label) === true
}

function isCalled(label: Label, words: string): boolean {
  return Object.values(label).some((each) => each.toLowerCase() === words.toLowerCase())
}
