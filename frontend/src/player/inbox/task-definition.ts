/** The definition a task is drawn with: what its person knows of the app, and on top what the task opens to them. */
import type { Definition } from '@/shared/definition/definition'
import type { TaskDocuments } from '@/shared/flows/wire'

export function taskDefinition(definition: Definition, documents: TaskDocuments | null | undefined): Definition {
  if (!documents) return definition
  const { entity, forms, options, rights, trees } = documents
  const opened = new Set(options.map(({ id }) => id))
  return {
    ...definition,
    entities: [...definition.entities.filter(({ id }) => id !== entity.id), entity],
    forms: [...definition.forms.filter((form) => form.entity !== entity.id), ...forms],
    options: [...definition.options.filter(({ id }) => !opened.has(id)), ...options],
    rights: { ...definition.rights, [entity.name]: rights },
    trees: { ...definition.trees, ...trees },
  }
}
