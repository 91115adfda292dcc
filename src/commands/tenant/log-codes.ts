import { z } from 'zod'

/** Lines of the log that say how Teams took something, and what the guest's claim did (docs/operations.md, 4). */
const LINES = [
  'Teams refuses a post',
  'nobody knows whether Teams took a post',
  'a card can no longer be edited',
  'an answer did not reach Teams',
  'a fact will be delivered later',
  'a fact is given up',
  'tokens do not say who is a guest: ask Entra for the optional claim',
] as const

/** A code is one word of letters: an identifier, a name of two words or a sentence is none. */
const line = z.object({
  msg: z.enum(LINES),
  status: z.number().int().min(0).max(599).optional().catch(undefined),
  code: z
    .string()
    .regex(/^[A-Za-z_]{1,60}$/)
    .optional()
    .catch('other'),
})

/** How often Teams answered so. `status` 0: it did not answer. */
export type AnsweredSo = {
  readonly line: (typeof LINES)[number]
  readonly status?: number
  readonly code?: string
  readonly times: number
}

/** Different answers that are kept. */
const MOST = 100

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Counts the log's lines that tell of Teams; of each its status and code alone. Nothing else of a line is kept. */
export async function answersInLog(
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<readonly AnsweredSo[]> {
  const found = new Map<string, AnsweredSo>()
  for await (const text of lines) {
    const { data } = line.safeParse(parsed(text))
    if (!data) continue
    const { msg, status, code } = data
    const key = [msg, status, code].join('\n')
    const times = (found.get(key)?.times ?? 0) + 1
    if (times === 1 && found.size === MOST) continue
    found.set(key, {
      line: msg,
      ...(status !== undefined && { status }),
      ...(code !== undefined && { code }),
      times,
    })
  }
  return [...found.values()].toSorted((one, other) => other.times - one.times)
}
