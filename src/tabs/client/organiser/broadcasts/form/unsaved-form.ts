import type { Fields } from './fields.ts'

// What was typed and not saved, for as long as the tab is open: another section is one press away.
const kept = new Map<string, Fields>()

/** Of the draft `id`, or of a new one under 'new'. */
export const unsaved = {
  of: (id: string): Fields | undefined => kept.get(id),
  keep: (id: string, fields: Fields): void => void kept.set(id, fields),
  drop: (id: string): void => void kept.delete(id),
}
