import { z } from 'zod'
import list from './items.json' with { type: 'json' }

const text = (most: number) => z.string().min(1).max(most)
const word = text(40)

/** One of a few words, or a number of a unit. `assumed`: what the product rests on; any other answer changes something. */
const answer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('choice'),
    of: z.array(word).min(2).max(5),
    assumed: z.array(word).min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal('number'),
    unit: z.string().max(12),
    most: z.number().int().positive(),
    assumed: z.strictObject({ least: z.number().optional(), most: z.number().optional() }).optional(),
  }),
])

const item = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{1,2}$/),
  group: z.string().length(1),
  /** Devices, each with an answer of its own; absent: one answer. */
  on: z
    .array(z.string().regex(/^[a-z]{1,20}$/))
    .min(2)
    .max(4)
    .optional(),
  do: text(200),
  look: text(120),
  answer,
  changes: text(200),
})

const group = z.strictObject({ id: z.string().length(1), title: text(60), need: text(160) })

const shape = z.strictObject({
  groups: z.array(group).min(1).max(20),
  items: z.array(item).min(1).max(60),
})

export type TenantList = z.infer<typeof shape>
export type TenantItem = z.infer<typeof item>

/** One place for an answer. `key`: as a sheet names it, `D1.navigateur`, or `A1` where there is no device. */
export type AnswerPlace = { readonly key: string; readonly device?: string; readonly item: TenantItem }

/** @throws ZodError where the list is not of its shape */
export function readTenantList(value: unknown): TenantList {
  return shape.parse(value)
}

/** What only a real Teams can show, half-hour by half-hour. Reports name items by id: none is given to another item. */
export const TENANT_LIST = readTenantList(list)

/** Every place for an answer, in the order of the list. */
export function answerPlaces({ items }: TenantList): readonly AnswerPlace[] {
  return items.flatMap((item): AnswerPlace[] =>
    item.on
      ? item.on.map(device => ({ key: `${item.id}.${device}`, device, item }))
      : [{ key: item.id, item }],
  )
}

/** Marks of Markdown that a terminal does not draw: a link, of which the words stay, code and emphasis. */
const LINK = /\[([^[\]]*)\]\([^()]*\)/g
const MARK = /`|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu

/** A text of the list as a terminal shows it. */
export function plainText(text: string): string {
  return text.replace(LINK, '$1').replace(MARK, '')
}
