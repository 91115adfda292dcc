import { z } from 'zod'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Subject, Topic } from '../../messages/index.ts'

/** One thing of a week, as the message that it stands for would have had it. */
export type DigestThing = { readonly topic: Topic; readonly subject: Subject }

/** Each has a button beside the two of every message, and a card has room for six. */
export const MOST_THINGS = 4

const things = z
  .array(
    z.object({
      topic: z.enum([
        'workshop-soon',
        'workshop-tomorrow',
        'axis-silent',
        'ideas-waiting',
        'ballot-closing',
        'horizons',
      ]),
      subject: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  )
  .max(MOST_THINGS)

/** In a message's subject there is room for texts and numbers alone. */
export function thingsText(things: readonly DigestThing[]): string {
  return JSON.stringify(things)
}

/** Reads what `thingsText` wrote. @throws Refusal `malformed` */
export function thingsIn({ things: text }: Subject): z.infer<typeof things> {
  return parse(things, JSON.parse(String(text ?? '[]')))
}
