/** Departments at the server, and the tree they make. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import type { Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'

export interface Department {
  readonly id: string
  readonly name: Label
  /** Id of the department above. */
  readonly parent: string | null
  /** Id of the person who leads it. */
  readonly head: string | null
}

export interface DepartmentEntry {
  readonly name: { readonly zh: string; readonly en: string }
  readonly parent: string | null
  readonly head: string | null
}

export interface DepartmentBranch extends Department {
  readonly children?: readonly DepartmentBranch[]
}

export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: async () => (await request<{ items: readonly Department[] }>('/departments')).items,
})

/** Departments under the one above them; one whose superior is unknown stands at the top. */
export function departmentTree(departments: readonly Department[]): readonly DepartmentBranch[] {
  const known = new Set(departments.map(({ id }) => id))
  const isTop = ({ parent }: Department) => parent === null || !known.has(parent)
  return departments.filter(isTop).map((top) => withChildren(top, departments))
}

function withChildren(department: Department, all: readonly Department[]): DepartmentBranch {
  const children = all.filter(({ parent }) => parent === department.id).map((child) => withChildren(child, all))
  return children.length === 0 ? department : { ...department, children }
}

/** A department and all that is below it: what it cannot be put under. */
export function withBelow(departments: readonly Department[], id: string): ReadonlySet<string> {
  const below = departments.filter(({ parent }) => parent === id).flatMap((child) => [...withBelow(departments, child.id)])
  return new Set([id, ...below])
}

/** Adds a department, or changes the one with the id. */
export function useSaveDepartment(id: string | undefined) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (entry: DepartmentEntry) =>
      request<Department>(id === undefined ? '/departments' : `/departments/${encodeURIComponent(id)}`, { method: id === undefined ? 'POST' : 'PATCH', body: entry }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: departmentsQuery.queryKey }),
  })
}
