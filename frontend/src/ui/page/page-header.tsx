/** The head of every page: where I am, what it is, what I can do here. */
import { Breadcrumb } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { Link } from 'react-router'

import styles from './page.module.css'

export interface Crumb {
  readonly title: string
  /** Path to go to; the last crumb has none. */
  readonly to?: string
}

const NO_CRUMBS: readonly Crumb[] = []

interface PageHeaderProps {
  readonly title: string
  /** Name of the browser's tab, where it differs from the heading. */
  readonly tabTitle?: string
  readonly description?: ReactNode
  readonly crumbs?: readonly Crumb[]
  readonly actions?: ReactNode
}

export function PageHeader({ title, tabTitle = title, description, crumbs = NO_CRUMBS, actions }: PageHeaderProps) {
  useDocumentTitle(tabTitle)
  return (
    <header className={styles['header']}>
      <div className={styles['heading']}>
        {crumbs.length > 0 && <Breadcrumb items={crumbs.map(breadcrumbItem)} />}
        <h1 className={styles['title']}>{title}</h1>
        {description !== undefined && <p className={styles['description']}>{description}</p>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </header>
  )
}

function breadcrumbItem({ title, to }: Crumb) {
  return { title: to === undefined ? title : <Link to={to}>{title}</Link> }
}

function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 通道 Tongdao`
  }, [title])
}
