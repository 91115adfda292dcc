import { z } from 'zod'
import type { Role } from '../../../kernel/access/role.ts'
import type { Language, WholeLanguage } from '../../../kernel/text/language.ts'

/** GET /me, and what PUT /me answers. */
export type MeView = {
  readonly name: string
  readonly role: Role
  readonly language: WholeLanguage
  /** What I read of that language, where it has a text: `fr-simple`. Absent: all of it as it stands. */
  readonly partial?: Language
  /** What I may choose, each by its own name; `percent`: how many of the texts it has, said of one that lacks some. */
  readonly languages: readonly { readonly id: Language; readonly name: string; readonly percent?: number }[]
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
  /** Whether I keep my texts from a language model; absent where none is set up and I never chose so. */
  readonly aiOptOut?: boolean
}

/** PUT /me: what a person may correct about themselves. */
export const meInput = z.object({
  direction: z.string().max(80).optional(),
  /** One of `languages`; `client`: none of my own, the one that my Teams speaks. */
  language: z.string().max(40).optional(),
  aiOptOut: z.boolean().optional(),
})
export type MeInput = z.infer<typeof meInput>
