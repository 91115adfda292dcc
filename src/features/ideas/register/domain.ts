import type { Permission } from '../../../kernel/access/permission.ts'
import type { Idea, IdeaSeen } from '../idea/domain.ts'

/** All ideas, by what became of them. `all`: those that everybody sees. */
const REGISTER_PARTS = ['waiting', 'studied', 'decided', 'reported', 'hidden', 'all'] as const
export type IdeaRegisterPart = (typeof REGISTER_PARTS)[number]

/** What of the register is read. `text`: the beginnings of words that an idea holds. */
export type Registered = {
  readonly part: IdeaRegisterPart
  readonly axis?: string
  readonly direction?: string
  readonly workshop?: string
  readonly text?: string
}

/** An idea with the moment that orders it: when it came, was reported first, or was hidden. */
export type RegisterEntry = { readonly idea: Idea; readonly at: number }
export type RegisterEntrySeen = { readonly idea: IdeaSeen; readonly at: number; readonly reports: number }

export const REGISTER_PERMISSIONS = {
  readRegister: { act: 'ideas.read-register', roles: ['organiser', 'observer'] },
} as const satisfies Record<string, Permission>
