import { z } from 'zod'
import type { Role } from '../../../kernel/access/role.ts'
import type { Language } from '../../../kernel/text/language.ts'

/** GET /me, and what PUT /me answers. */
export type MeView = {
  readonly name: string
  readonly role: Role
  readonly language: Language
  /** I chose it; absent: it is the one that my Teams speaks. */
  readonly languageChosen?: true
  readonly direction?: { readonly id: string; readonly name: string }
  /** A change of mine that counts only from `at` on (ms): until then I am counted in `from`. */
  readonly moving?: { readonly from: { readonly id: string; readonly name: string }; readonly at: number }
  /** Directions I answer for as a pilot or a manager. */
  readonly leads: readonly { readonly id: string; readonly name: string }[]
  /** I am the deputy of the pilot of the one Direction in `leads`. */
  readonly deputy?: true
  /** Where to add the app; absent when the bot can write to me already. */
  readonly install?: string
}

/** PUT /me: what a person may correct about themselves. */
export const meInput = z.object({
  direction: z.string().max(80).optional(),
  /** `client`: none of my own, the one that my Teams speaks. */
  language: z.enum(['fr', 'en', 'client']).optional(),
})
export type MeInput = z.infer<typeof meInput>
