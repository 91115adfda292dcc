import { z } from 'zod'
import type { WrongCode } from '../../../kernel/errors/method-faults.ts'
import type { Expiring } from '../../../kernel/personal-data/expiry.ts'
import { LANGUAGES } from '../../../kernel/text/language.ts'
import type { ProgrammeContent } from '../programme/domain.ts'
import { KEPT_MONTHS, LEAST_MONTHS, MOST_MONTHS } from '../retention/domain.ts'
import { axes } from './axis.ts'
import { calendar } from './calendar.ts'
import { contacts } from './contact.ts'
import { lessons } from './lesson.ts'
import { nudges } from './nudge.ts'
import { phases } from './phase.ts'
import { distinct, freeId, id, text } from './texts.ts'
import { themes } from './theme.ts'
import { thresholds } from './threshold.ts'

const direction = z.strictObject({
  id: id.meta({ description: 'Names it for ever; never shown', examples: ['finances'] }),
  name: text(80).meta({ examples: ['Direction des finances'] }),
  headcount: z
    .int()
    .min(1)
    .max(1_000_000)
    .meta({ description: 'Number of agents: turn-out is told against it', examples: [88] }),
})

// Optional: absent from files and databases of before there were messages.
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

/** Retention in months. */
const months = (kind: Expiring, what: string) =>
  z
    .int()
    .min(LEAST_MONTHS)
    .max(MOST_MONTHS)
    .default(KEPT_MONTHS[kind])
    .meta({ description: `Months after ${what}`, examples: [KEPT_MONTHS[kind]] })

// Optional for the same reason.
const retention = z
  .strictObject({
    figureWeeks: z
      .int()
      .min(4)
      .max(52)
      .default(26)
      .meta({ description: 'Weeks for which the rounded figures of Directions are kept', examples: [26] }),
    ideaNames: months('ideaNames', 'the end of the last phase, for which ideas say whose they are'),
    commitments: months('commitments', 'the end of the last phase, for which commitments are kept'),
    seats: months('seats', 'a workshop, for which the answers to it are kept'),
    presence: months('presence', 'a workshop, for which it is kept who came'),
    votes: months('votes', 'an open ballot closes, for which a vote says whose it is'),
    messages: months('messages', 'a message that the bot wrote unasked, for which it is kept'),
    posts: months('posts', 'a card’s last change, for which the bot can still edit it'),
  })
  .prefault({})

/** Optional: the privacy notice says what is missing. */
const privacy = z
  .strictObject({
    controller: text(160)
      .optional()
      .meta({
        description: 'Who answers for the data of those who take part',
        examples: ['Région Occitanie, 22 boulevard du Maréchal-Juin, Toulouse'],
      }),
    contact: text(160)
      .optional()
      .meta({ description: 'Where to write to the data protection officer', examples: ['dpo@exemple.fr'] }),
    url: z
      .string()
      .max(300)
      .regex(/^https:\/\/[^\s@]+$/, 'link' satisfies WrongCode)
      .optional()
      .meta({ description: 'Page of the full notice', examples: ['https://exemple.fr/donnees'] }),
  })
  .prefault({})

/** Twice the longest text of the catalogue. Keys are checked against the catalogue separately. */
const said = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9_.-]{0,79}$/, 'word-key' satisfies WrongCode), text(700))
  .default({})
  .meta({ examples: [{ 'direction.title': 'Mon pôle' }] })

const words = z
  .strictObject({ fr: said, en: said })
  .prefault({})
  .meta({ description: 'Texts said in place of those of src/i18n/fr/ and en/, by their key' })

/** Content of a method file. Strict, so that no field about a person slips in. */
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
  thresholds,
  retention,
  privacy,
  contacts,
  words,
  lessons,
  themes,
}) satisfies z.ZodType<ProgrammeContent>
