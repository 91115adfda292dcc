import type { IdeaSeen } from '../idea/domain.ts'

/** An idea as it was looked for. `ended`: its initiative is over. */
export type IdeaFound = IdeaSeen & { readonly ended?: true }
