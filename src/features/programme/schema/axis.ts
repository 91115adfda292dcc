import { z } from 'zod'
import type { WrongCode } from '../../../kernel/errors/method-faults.ts'
import { LEAST_CONTRAST, lowestContrast, readableInk } from './contrast.ts'
import { distinct, faulty, freeId, icon, id, inBoth, text } from './texts.ts'

const SLOTS = [1, 2, 3, 4, 5] as const

const colour = (example: string) =>
  z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/, 'colour' satisfies WrongCode)
    .meta({ examples: [example] })

const coloursOn = (theme: 'light' | 'dark', ink: string, tint: string) =>
  z.strictObject({ ink: colour(ink), tint: colour(tint) }).superRefine((colours, context) => {
    const ratio = lowestContrast(colours, theme)
    if (ratio >= LEAST_CONTRAST) return
    // Rounded down: 4.46 must not read as 4.5.
    const values = { ratio: (Math.floor(ratio * 10) / 10).toFixed(1), least: String(LEAST_CONTRAST) }
    context.addIssue(faulty(['ink'], 'contrast', values, readableInk(colours, theme)))
  })

/** Single words, or a few that belong together. */
const MOST_WORDS = 200
const wordsIn = (example: string) =>
  z
    .array(text(40).meta({ examples: [example] }))
    .max(MOST_WORDS)
    .default([])
    .meta({ examples: [[example]] })

const words = z
  .strictObject({ fr: wordsIn('covoiturage'), en: wordsIn('carpooling') })
  .optional()
  .meta({
    description: 'Words by which an axis is guessed from a sentence; never shown',
    examples: [{ fr: ['covoiturage'], en: ['carpooling'] }],
  })

const axis = z.strictObject({
  id: id.meta({ description: 'Names the axis for ever; never shown', examples: ['equipe'] }),
  title: inBoth(60).meta({ examples: [{ fr: 'Faire équipe', en: 'Working as one team' }] }),
  promise: inBoth(140).meta({
    description: 'What it promises, in one sentence',
    examples: [{ fr: 'Travailler ensemble.', en: 'Work together.' }],
  }),
  icon,
  slot: z
    .union(
      SLOTS.map(slot => z.literal(slot)),
      'slot' satisfies WrongCode,
    )
    .meta({ description: 'Gives the hatch that tells axes apart without colour', examples: [1] }),
  colours: z
    .strictObject({
      light: coloursOn('light', '#3B6B12', '#EAF3DF'),
      dark: coloursOn('dark', '#9CD06A', '#22330F'),
    })
    .meta({
      description: 'The ink is read on the page, on a card and on the tint: 4.5 to 1 at least',
      examples: [{ light: { ink: '#3B6B12', tint: '#EAF3DF' }, dark: { ink: '#9CD06A', tint: '#22330F' } }],
    }),
  words,
})

const freeSlot = (used: ReadonlySet<unknown>) => SLOTS.find(slot => !used.has(slot))

export const axes = z
  .array(axis)
  .min(1)
  .max(SLOTS.length)
  .superRefine(distinct('id', freeId))
  .superRefine(distinct('slot', freeSlot))
  .meta({ description: 'In the order in which they are always shown' })
