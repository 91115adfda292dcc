import type { IdeaSeen } from '../idea/domain.ts'

/** A search result. `ended`: its initiative is over; `near`: nothing was found as it was typed, and this is near it. */
export type IdeaFound = IdeaSeen & { readonly ended?: true; readonly near?: true }
