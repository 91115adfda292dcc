import type { Idea } from './domain.ts'

/** The idea after which another was proposed. */
export type Source = Pick<Idea, 'id' | 'text'>
/** Told with the other while it can be read. */
export type Inspired = { readonly source?: Source }
