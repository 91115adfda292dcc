import { z } from 'zod'
import type { WrongCode } from '../../../kernel/errors/method-faults.ts'
import { MEASURES, NUDGE_KINDS, type NudgeRule, USUAL_RULES } from '../programme/nudge-rule.ts'
import { distinct, faulty, freeId, id } from './texts.ts'

const list = (number: string) => `${number}(?:-${number})?(?:,${number}(?:-${number})?)*`
const MINUTE = '[0-5]?\\d'
const HOUR = '(?:[01]?\\d|2[0-3])'
/** Up to the 28th, which every month has. */
const DAY = '(?:[1-9]|1\\d|2[0-8])'
const MONTH = '(?:[1-9]|1[0-2])'
const WEEKDAY = '[0-7]'

/** At most once a day: a rule that ran more often would find the same. */
const DAILY_AT_MOST = new RegExp(
  `^${MINUTE} ${HOUR} (?:\\*|${list(DAY)}) (?:\\*|${list(MONTH)}) (?:\\*|${list(WEEKDAY)})$`,
)

/** Cron does not allow descending ranges such as `5-1`. */
function ascends(pattern: string): boolean {
  const spans = [...pattern.matchAll(/(?<!\d)(\d+)-(\d+)/g)]
  return spans.every(([, from, until]) => Number(from) < Number(until))
}

/** cron treats a day of the month beside a day of the week as either of them, which nobody expects. */
function isOfOneKind(pattern: string): boolean {
  const [, , day, , weekday] = pattern.split(' ')
  return day === undefined || day === '*' || weekday === '*'
}

const at = z
  .string()
  .regex(DAILY_AT_MOST, 'cron' satisfies WrongCode)
  .refine(ascends, 'cron-span' satisfies WrongCode)
  .refine(isOfOneKind, 'cron-days' satisfies WrongCode)
  .meta({ description: 'When it looks, in the calendar’s zone, as cron says it', examples: ['0 7 * * 1-5'] })

const rule = z
  .strictObject({
    id: id.meta({ description: 'Names it for ever; never shown', examples: ['ideas-waiting'] }),
    kind: z.enum(NUDGE_KINDS).meta({ description: 'What it is about', examples: ['ideas-waiting'] }),
    at,
    days: z
      .int()
      .min(1)
      .max(60)
      .optional()
      .meta({ description: 'How many days ahead it looks', examples: [7] }),
    patience: z
      .int()
      .min(1)
      .max(120)
      .optional()
      .meta({ description: 'How many days something waits before it is told', examples: [10] }),
    every: z
      .int()
      .min(1)
      .max(120)
      .optional()
      .meta({ description: 'Days between two of this rule to one person, at least', examples: [7] }),
    off: z
      .boolean()
      .optional()
      .meta({ description: 'true: it is not run', examples: [true] }),
  })
  .meta({ examples: [{ id: 'ideas-waiting', kind: 'ideas-waiting', at: '0 7 * * *', patience: 10 }] })

/** A measure unknown to the rule's kind would have no effect, so it is refused. */
function knowsMeasures(rules: readonly NudgeRule[], context: z.RefinementCtx): void {
  for (const [index, one] of rules.entries()) {
    const known = MEASURES[one.kind]
    for (const measure of ['days', 'patience', 'every'] as const) {
      if (one[measure] === undefined || known[measure] !== undefined) continue
      const { [measure]: _, ...example } = one
      const [first, second] = Object.keys(known)
      const code = first === undefined ? 'measure-none' : second === undefined ? 'measure-one' : 'measure-two'
      const values = { measure, kind: one.kind, one: first ?? '', other: second ?? '' }
      context.addIssue(faulty([index], code, values, example))
    }
  }
}

/** Fills in the kind's default measures. */
function measured({ off, ...one }: NudgeRule): NudgeRule {
  return { ...MEASURES[one.kind], ...one, ...(off === true && { off }) }
}

export const nudges = z
  .array(rule)
  .max(30)
  .superRefine(distinct('id', freeId))
  .superRefine(knowsMeasures)
  .transform(rules => rules.map(measured))
  .default([...USUAL_RULES])
  .meta({ description: 'Which rules send messages unasked, when, and with what measure' })
