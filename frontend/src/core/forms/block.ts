/** Blocks of cells as spreadsheets put them on the clipboard: tab-separated, with quoted cells that span lines. */

export type Block = readonly (readonly string[])[]

/** Rows of cells; the line break that ends the last row makes no further row. */
export function readBlock(text: string): Block {
  const rows: string[][] = [[]]
  const cells = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/gy
  for (const match of text.matchAll(cells)) {
    const [, cell = '', end = ''] = match
    rows.at(-1)?.push(unquoted(cell))
    if (end === '' || match.index + match[0].length === text.length) break
    if (end !== '\t') rows.push([])
  }
  if (text.endsWith('\t')) rows.at(-1)?.push('')
  return rows
}

export function writeBlock(block: Block): string {
  return block.map((row) => row.map(quoted).join('\t')).join('\n')
}

function unquoted(cell: string): string {
  return cell.startsWith('"') && cell.endsWith('"') && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell
}

function quoted(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
