/**
 * The part of Markdown that pages use: headings, paragraphs, lists, bold, italic, code and links. It becomes data, never
 * HTML; whatever is not understood stays the text it is, and links lead to the web, to mail, or into the application.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly parts: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly to: string; readonly parts: readonly Inline[] }

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly parts: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'rule' }

const HEADING = /^(#{1,3})\s+(.*)$/
const BULLET = /^\s*[-*]\s+(.*)$/
const NUMBER = /^\s*\d{1,3}[.)、]\s*(.*)$/
const RULE = /^\s*(?:-{3,}|\*{3,})\s*$/
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|\/(?!\/))[^\s]*$/
// In the order in which they are looked for: code keeps what is in it as it is.
const MARKS = /`([^`]+)`|\[([^\]]+)\]\(([^()\s]+)\)|\*\*(.+?)\*\*(?!\*)|\*([^*\s](?:[^*]*[^*\s])?)\*/
const DEPTH = 4

export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  const flush = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines: lines.map((line) => parseInline(line)) })
    lines = []
  }
  for (const line of source.split(/\r?\n/)) {
    const block = blockOf(line)
    if (block === null && line.trim() !== '') {
      lines.push(line.trim())
      continue
    }
    flush()
    if (block !== null) add(blocks, block)
  }
  flush()
  return blocks
}

function blockOf(line: string): Block | null {
  if (RULE.test(line)) return { kind: 'rule' }
  const heading = HEADING.exec(line)
  if (heading) return { kind: 'heading', level: (heading[1] ?? '#').length as 1 | 2 | 3, parts: parseInline(heading[2] ?? '') }
  const bullet = BULLET.exec(line)
  if (bullet) return { kind: 'list', isNumbered: false, items: [parseInline(bullet[1] ?? '')] }
  const number = NUMBER.exec(line)
  return number ? { kind: 'list', isNumbered: true, items: [parseInline(number[1] ?? '')] } : null
}

/** Items that follow each other are one list. */
function add(blocks: Block[], block: Block): void {
  const last = blocks.at(-1)
  if (block.kind === 'list' && last?.kind === 'list' && last.isNumbered === block.isNumbered) {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] }
  } else blocks.push(block)
}

export function parseInline(source: string, depth = DEPTH): Inline[] {
  const found = depth === 0 ? null : MARKS.exec(source)
  if (found === null) return source === '' ? [] : [{ kind: 'text', text: source }]
  const before = source.slice(0, found.index)
  const after = source.slice(found.index + found[0].length)
  return [...(before === '' ? [] : [{ kind: 'text' as const, text: before }]), marked(found, depth - 1), ...parseInline(after, depth)]
}

function marked([whole, code, words, to, strong, em]: RegExpExecArray, depth: number): Inline {
  if (code !== undefined) return { kind: 'code', text: code }
  if (words !== undefined && to !== undefined) return SAFE_ADDRESS.test(to) ? { kind: 'link', to, parts: parseInline(words, depth) } : { kind: 'text', text: whole }
  if (strong !== undefined) return { kind: 'strong', parts: parseInline(strong, depth) }
  return { kind: 'em', parts: parseInline(em ?? '', depth) }
}
