import type { IdeaNamed, IdeaSeen } from '../idea/domain.ts'

/** An idea that a link leads to, as everybody sees it. `ended`: its initiative is over. */
export type IdeaLinked = IdeaNamed & { readonly ended?: true }

/** A search result. `ended`: its initiative is over; `near`: nothing was found as it was typed, and this is near it. */
export type IdeaFound = IdeaSeen & { readonly ended?: true; readonly near?: true }
