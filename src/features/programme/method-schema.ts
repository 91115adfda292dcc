import { z } from 'zod'
import { LANGUAGES } from '../../kernel/language.ts'
import type { WrongCode } from '../../kernel/wrong.ts'
import { axes } from './axis-schema.ts'
import { calendar } from './calendar-schema.ts'
import type { ProgrammeContent } from './domain.ts'
import { distinct, freeId, id, text } from './method-texts.ts'
import { nudges } from './nudge-schema.ts'
import { phases } from './phase-schema.ts'

const direction = z.strictObject({
  id: id.meta({ description: 'Names it for ever; never shown', examples: ['finances'] }),
  name: text(80).meta({ examples: ['Direction des finances'] }),
  headcount: z
    .int()
    .min(1)
    .max(1_000_000)
    .meta({ description: 'Number of agents: turn-out is told against it', examples: [88] }),
})

// Files and databases written before there were messages hold none of it.
const messages = z
  .strictObject({
    perWeek: z
      .int()
      .min(1)
      .max(5)
      .default(3)
      .meta({ description: 'Messages unasked to one person in a week, at most', examples: [3] }),
  })
  .prefault({})

// Nor any of this, before it could be said.
const retention = z
  .strictObject({
    figureWeeks: z
      .int()
      .min(4)
      .max(52)
      .default(26)
      .meta({ description: 'Weeks for which the rounded figures of Directions are kept', examples: [26] }),
  })
  .prefault({})

/** Twice the longest text of the catalogue. Which keys there are is held against the catalogue itself. */
const said = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9.-]{0,79}$/, 'word-key' satisfies WrongCode), text(700))
  .default({})
  .meta({ examples: [{ 'direction.title': 'Mon pôle' }] })

const words = z
  .strictObject({ fr: said, en: said })
  .prefault({})
  .meta({ description: 'Texts said in place of those of src/i18n/fr.json and en.json, by their key' })

/** What a method file may hold: nothing more, so that no field about a person slips in. */
export const contentSchema = z.strictObject({
  id: id.meta({ description: 'Names the programme for ever; never shown', examples: ['occitanie'] }),
  version: z
    .string('version-text' satisfies WrongCode)
    .regex(/^[\w.-]{1,20}$/, 'version' satisfies WrongCode)
    .meta({ description: 'Yours to count: told when the file is imported', examples: ['1'] }),
  name: text(60).meta({ description: 'The programme’s name', examples: ['Faire Administration'] }),
  organisation: text(80).meta({ examples: ['Région Occitanie'] }),
  language: z.enum(LANGUAGES).meta({ description: 'In which channel cards speak', examples: ['fr'] }),
  calendar,
  axes,
  phases,
  directions: z
    .array(direction)
    .min(1)
    .max(200)
    .superRefine(distinct('id', freeId))
    .meta({ description: 'The parts of the administration, whatever people call them' }),
  messages,
  nudges,
  retention,
  words,
}) satisfies z.ZodType<ProgrammeContent>
