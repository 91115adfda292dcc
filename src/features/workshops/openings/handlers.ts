import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import { type AnswerContext, answerReply, seenBy } from '../registration/handlers.ts'
import { seriesCard, seriesSummary } from '../series/cards.ts'
import type { SeriesUsecases } from '../series/usecases.ts'
import { requireFound } from '../workshop/domain.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { remindedNotice } from './cards.ts'
import { type OpeningThing, thingIn } from './domain.ts'
import type { OpeningUsecases } from './usecases.ts'

type Parts = AnswerContext & {
  readonly openings: Pick<OpeningUsecases, 'remind' | 'asksFor' | 'changed' | 'due'>
  readonly workshops: Pick<WorkshopReadUsecases, 'show'>
  readonly series: Pick<SeriesUsecases, 'posted'>
  readonly people: Pick<PeopleUsecases, 'reachOf'>
}

const after = z.string().max(200).optional()
const id = z.string().regex(ID)
const asked = z.union([
  z.object({ workshop: id, on: z.boolean().default(true), after }),
  z.object({ series: id, on: z.boolean().default(true), after }),
])
type Asked = z.infer<typeof asked>

const aboutOf = (typed: Asked): OpeningThing =>
  'series' in typed ? { thing: 'series', id: typed.series } : { thing: 'workshop', id: typed.workshop }

/** « Me prévenir de l’ouverture », on cards; and what falls due when registration opens. */
export function openingHandlers(parts: Parts): Handlers {
  const { openings, workshops, series, people, programme, words } = parts

  /** The card that the button was on, for this person. */
  async function shown(actor: Actor, typed: Asked, notice?: Reply['notice']): Promise<Reply> {
    if ('workshop' in typed) {
      const seen = await workshops.show(actor, typed.workshop)
      return answerReply(parts, actor, seen, { from: typed.after, notice })
    }
    const found = requireFound(await series.posted(typed.series))
    const context = { words: words(actor.language), programme }
    const card = seriesCard(context, found, { reminded: await openings.asksFor(actor, found.id) })
    const summary = notice?.title ?? seriesSummary(context, found)
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  async function remind(actor: Actor, pressed: Pressed): Promise<Reply> {
    const typed = parse(asked, pressed.data)
    const at = await openings.remind(actor, aboutOf(typed), typed.on)
    const reach = await people.reachOf(actor.id)
    const reached = reach !== undefined && !('why' in reach)
    const w = words(actor.language)
    return shown(actor, typed, seenBy(w, remindedNotice(w, at, reached), pressed))
  }

  return {
    verbs: {
      'workshops.remind-opening': {
        run: remind,
        redraw: (actor, { data }) => shown(actor, parse(asked, data)),
      },
    },
    facts: {
      'workshops.changed': async ({ payload }) => {
        await openings.changed(String(payload.workshop))
        return []
      },
      'workshops.opening': async fact => {
        await openings.due(thingIn(fact))
        return []
      },
    },
  }
}
