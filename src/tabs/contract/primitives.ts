import { z } from 'zod'
import { ID } from '../../kernel/text/id-format.ts'

/** Names a row: what is no id is refused before anything is looked up. */
export const id = z.string().regex(ID)
/** The `:id` of a route's path. */
export const idParams = z.object({ id })
/** A nonce the page mints when it draws a form, so that sending twice makes one thing. */
export const nonce = z.string().regex(/^[\w-]{16,64}$/)
/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date()
/** A page of a list; `next` is the cursor to send back as `after`, absent on the last page. */
export type Page<T> = { readonly items: readonly T[]; readonly next?: string }
/** Of each thing that was searched: nothing was found as it was typed, and this is a slip away. */
export type Near = { readonly near?: true }
export const pageQuery = z.object({ after: z.string().max(200).optional() })

/** What a refusal looks like (RFC 9457). `title` is a sentence in the person's language. */
export type Problem = {
  readonly type: 'about:blank'
  readonly status: number
  readonly title: string
  readonly code: string
  readonly reference?: string
}
