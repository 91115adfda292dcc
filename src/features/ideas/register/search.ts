import type { IdeaSeen } from '../idea/domain.ts'

/** A search result. `ended`: its initiative is over. */
export type IdeaFound = IdeaSeen & { readonly ended?: true }
