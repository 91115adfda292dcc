import type { Permission } from '../../../kernel/access/permission.ts'
import type { Idea, IdeaSeen } from '../idea/domain.ts'

/** Filters of the register. `all`: those that everybody sees. */
const REGISTER_PARTS = ['waiting', 'studied', 'decided', 'reported', 'hidden', 'all'] as const
export type IdeaRegisterPart = (typeof REGISTER_PARTS)[number]

/** A query of the register. `text`: word prefixes. */
export type Registered = {
  readonly part: IdeaRegisterPart
  readonly axis?: string
  readonly direction?: string
  readonly workshop?: string
  readonly box?: string
  readonly text?: string
}

/** An idea with the time that it is sorted by: submitted, first reported, or hidden. */
export type RegisterEntry = { readonly idea: Idea; readonly at: number }
export type RegisterEntrySeen = { readonly idea: IdeaSeen; readonly at: number; readonly reports: number }

export const REGISTER_PERMISSIONS = {
  readRegister: { act: 'ideas.read-register', roles: ['organiser', 'observer'] },
} as const satisfies Record<string, Permission>
