/** Words written with marks, drawn as elements; headings begin below those of the page. */
import { Fragment, type ReactNode } from 'react'
import { Link } from 'react-router'

import { parseMarkdown, type Block, type Inline } from '@/core/markdown/parse'

import styles from './markdown.module.css'

export function Markdown({ source }: { readonly source: string }) {
  return <div className={styles['words']}>{parseMarkdown(source).map((block, at) => keyed(at, <Drawn block={block} />))}</div>
}

function Drawn({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = (['h2', 'h3', 'h4'] as const)[block.level - 1] ?? 'h4'
      return <Heading>{inline(block.parts)}</Heading>
    }
    case 'list': {
      const List = block.isNumbered ? 'ol' : 'ul'
      return <List>{block.items.map((item, at) => keyed(at, <li>{inline(item)}</li>))}</List>
    }
    case 'rule':
      return <hr />
    case 'paragraph':
      return (
        <p>
          {block.lines.map((line, at) =>
            keyed(
              at,
              <>
                {at > 0 && <br />}
                {inline(line)}
              </>,
            ),
          )}
        </p>
      )
  }
}

function inline(parts: readonly Inline[]): ReactNode {
  return parts.map((part, at) => keyed(at, <Part part={part} />))
}

function Part({ part }: { readonly part: Inline }) {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'code':
      return <code>{part.text}</code>
    case 'strong':
      return <strong>{inline(part.parts)}</strong>
    case 'em':
      return <em>{inline(part.parts)}</em>
    case 'link':
      if (part.to.startsWith('/')) return <Link to={part.to}>{inline(part.parts)}</Link>
      return (
        <a href={part.to} target="_blank" rel="noopener noreferrer">
          {inline(part.parts)}
        </a>
      )
  }
}

/** What is written has no ids; its place is all there is to tell it apart. */
function keyed(at: number, drawn: ReactNode): ReactNode {
  return <Fragment key={at}>{drawn}</Fragment>
}
