import { z } from 'zod'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Subject, Topic } from '../../messages/index.ts'

/** An item of a digest, with the data that its own message would have. */
export type DigestThing = { readonly topic: Topic; readonly subject: Subject }

/** Limit: older cards have a button for each, beside the two of every message, and a card has six. */
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

/** Whether ideas that wait are answered on the digest: neither stopped by the pilot, nor switched off, when it was put together. */
export function asksOfIdeas(subject: Subject): boolean {
  return subject.ideas === 1 || thingsIn(subject).some(({ topic }) => topic === 'ideas-waiting')
}

/** Serialised, since a message's subject holds texts and numbers only. */
export function thingsText(things: readonly DigestThing[]): string {
  return JSON.stringify(things)
}

/** Inverse of `thingsText`. @throws Refusal `malformed` */
export function thingsIn({ things: text }: Subject): z.infer<typeof things> {
  return parse(things, JSON.parse(String(text ?? '[]')))
}
