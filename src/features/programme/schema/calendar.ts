import { z } from 'zod'
import type { WrongCode } from '../../../kernel/errors/method-faults.ts'
import { WEEK } from '../../../kernel/time/week.ts'
import { day, endsAfter } from './texts.ts'

const OFFICE = { from: '09:00', until: '17:30' }

const time = (example: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time' satisfies WrongCode)
    .meta({ examples: [example] })

const closure = z
  .strictObject({ from: day('2026-12-21'), until: day('2027-01-01') })
  .superRefine(endsAfter())
  .meta({ examples: [{ from: '2026-12-21', until: '2027-01-01' }] })

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Sorted from Monday on. */
const days = z
  .array(z.enum(WEEK))
  .min(1, 'week' satisfies WrongCode)
  .max(WEEK.length)
  .transform(chosen => WEEK.filter(each => chosen.includes(each)))

export const calendar = z.strictObject({
  zone: z
    .string()
    .refine(isZone, 'zone' satisfies WrongCode)
    .meta({ description: 'IANA time zone of every day and hour here', examples: ['Europe/Paris'] }),
  days: days
    .default(WEEK.slice(0, 5))
    .meta({ description: 'Days on which people work', examples: [['monday', 'tuesday']] }),
  hours: z
    .strictObject({ from: time(OFFICE.from), until: time(OFFICE.until) })
    .superRefine(endsAfter(true))
    .default(OFFICE)
    .meta({ description: 'The bot writes to nobody unasked outside these hours', examples: [OFFICE] }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'country' satisfies WrongCode)
    .default('FR')
    .meta({ description: 'Its public holidays are kept free', examples: ['FR'] }),
  region: z
    .string()
    .regex(/^[A-Z0-9]{1,5}$/, 'region' satisfies WrongCode)
    .optional()
    .meta({ description: 'A part of the country with holidays of its own', examples: ['57'] }),
  closures: z
    .array(closure)
    .max(50)
    .default([])
    .meta({ description: 'First and last day of each time when the administration is closed' }),
})
