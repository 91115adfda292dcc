import { z } from 'zod'

/** Version of the format: incremented with every change that breaks a reader. */
export const OPEN_DATA_FORMAT = 2
/** Path of the schema under the server's URL, also kept in the repository (docs/). */
export const SCHEMA_PATH = '/open-data/2/schema.json'
/** Licence Ouverte 2.0, as an SPDX identifier. */
export const LICENCE = 'etalab-2.0'

const both = z.strictObject({ fr: z.string(), en: z.string() })
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const moment = z.iso.datetime()
const whole = z.int().min(0)

/** People, estimated once a week (`estimatedWithin`), or why there is no number. */
const held = z.union([
  z.strictObject({ value: z.int().positive().describe('About so many') }),
  z.strictObject({ value: z.null(), why: z.enum(['under-ten', 'small-direction']) }),
])
export type HeldFigure = z.infer<typeof held>

const workshop = z.strictObject({
  title: z.string(),
  axis: z.string(),
  startsAt: moment,
  endsAt: moment,
  state: z.enum(['announced', 'full', 'closed', 'underway', 'over', 'cancelled', 'postponed']),
  seats: whole,
  seatsTaken: whole,
  directions: whole,
})

const option = z.strictObject({
  title: z.union([z.string(), z.null()]).describe('Null for the words of an agent’s idea'),
  axis: z.union([z.string(), z.null()]),
  votes: whole.describe('Votes, or points where they are shared out'),
})

const ballot = z.strictObject({
  question: z.string(),
  kind: z.enum(['single', 'approval', 'dots']),
  secret: z.boolean(),
  closedAt: moment,
  quorum: whole,
  result: z
    .union([z.strictObject({ voters: whole, options: z.array(option) }), z.null()])
    .describe('Null where the ballot was secret and too few voted, or is not counted yet'),
  byDirection: z
    .array(z.strictObject({ direction: z.string(), voters: held }))
    .describe('Empty where the exact total beside it would give a figure away'),
})

const initiative = z.strictObject({
  title: z.string(),
  axis: z.union([z.string(), z.null()]),
  phase: z.enum(['explore', 'create', 'test', 'done']),
  supports: whole,
  directions: whole,
})

const figures = z.strictObject({
  day,
  participants: held,
  byDirection: z.array(z.strictObject({ direction: z.string(), participants: held })),
  ideas: z.array(z.strictObject({ axis: z.union([z.string(), z.null()]), state: z.string(), count: whole })),
  commitmentsKeptToOneself: z.array(z.strictObject({ axis: z.string(), people: held })),
})

const trials = z.strictObject({
  begun: whole,
  generalised: whole,
  adjusted: whole,
  stopped: whole,
  learnt: z
    .array(
      z.strictObject({
        axis: z.union([z.string(), z.null()]),
        decision: z.enum(['generalise', 'adjust', 'stop']),
        text: z.string(),
      }),
    )
    .describe('In the words of an organiser who re-read them'),
})

/** Everything that may leave the administration: no name, and no words but those of its organisers, or re-read by them, and its initiatives' titles. */
export const openData = z.strictObject({
  $schema: z.string(),
  format: z.literal(OPEN_DATA_FORMAT),
  licence: z.literal(LICENCE),
  madeAt: moment,
  language: z.enum(['fr', 'en']),
  programme: z.strictObject({
    id: z.string(),
    version: z.string(),
    name: z.string(),
    organisation: z.string(),
    headcount: whole,
  }),
  axes: z.array(z.strictObject({ id: z.string(), title: both, promise: both })),
  phases: z.array(z.strictObject({ id: z.string(), title: both, from: day, until: day })),
  directions: z.array(z.strictObject({ id: z.string(), name: z.string(), headcount: whole })),
  workshops: z.array(workshop),
  ballots: z.array(ballot),
  initiatives: z.array(initiative),
  trials,
  figures: z.union([figures, z.null()]).describe('Null before the first daily snapshot'),
})
export type OpenData = z.infer<typeof openData>

/** JSON Schema of the document. */
export function openDataSchema(): object {
  return { title: 'Open data of a programme of Faire Administration', ...z.toJSONSchema(openData) }
}
