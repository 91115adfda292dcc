import { z } from 'zod'
import { checkFormOf, formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { pilotsCard } from './cards.ts'
import { type HandoverOptions, type HandoverTask, TASKS } from './domain.ts'
import { handedOverCard, handoverCard } from './handover-cards.ts'
import type { HandoverUsecases } from './handover-usecases.ts'
import type { PilotUsecases } from './usecases.ts'

type Parts = {
  readonly handovers: HandoverUsecases
  readonly pilots: PilotUsecases
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

/** Directions per card. */
const PAGE = 15

const task = z.enum(TASKS).default('pilot')
const asked = z.object({
  direction: z.string().regex(ID_OR_NONE).default(''),
  task,
  name: z.string().max(100).default(''),
})
const given = z.object({
  direction: z.string().regex(ID),
  to: z.string().regex(ID_OR_NONE).default(''),
  nonce: z.string().max(64).default(''),
})
const removed = z.object({ direction: z.string().regex(ID) })
const paged = z.object({ after: z.string().regex(ID).optional(), all: z.boolean().default(false) })

/** Pilots and deputies: handed over by a pilot, or appointed by organisers. */
export function pilotHandlers({ handovers, pilots, directions, words, ids }: Parts) {
  const nameOf = (direction: string) => directions.find(({ id }) => id === direction)?.name ?? direction

  function reply(actor: Actor, card: CardOf, summary: string, title?: string): Reply {
    const notice: Notice | undefined = title === undefined ? undefined : { tone: 'good', title }
    return { card, language: actor.language, summary: title ?? summary, ...(notice && { notice }) }
  }

  function draw(
    actor: Actor,
    handover: HandoverOptions,
    how: { task: HandoverTask; typed?: string },
    title?: string,
  ): Reply {
    const { task, typed = '' } = how
    const w = words(actor.language)
    const card = handoverCard(w, nameOf(handover.direction), handover, {
      task,
      typed,
      nonce: formNonce(ids, actor),
    })
    return reply(actor, card, w.say(`relay.who.${task}`), title)
  }

  async function list(actor: Actor, after?: string, all = false): Promise<Reply> {
    const page = await pilots.piloted(actor, PAGE, after, !all)
    const w = words(actor.language)
    return reply(actor, pilotsCard(w, page, all), w.say(all ? 'pilots.all' : 'pilots.title'))
  }

  async function begin(actor: Actor): Promise<Reply> {
    handovers.open(actor)
    if (actor.role === 'organiser') return list(actor)
    const { leads: [direction = ''] = [] } = actor
    return draw(actor, await handovers.prepare(actor, direction), { task: 'pilot' })
  }

  async function show(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { direction, task, name } = parse(asked, data)
    if (direction === '') throw new Refusal('direction-unchosen')
    return draw(actor, await handovers.prepare(actor, direction, name), { task, typed: name })
  }

  async function handOver(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { direction, to, nonce } = parse(given, data)
    if (to === '') throw new Refusal('person-missing')
    checkFormOf(actor, nonce)
    const pilot = await handovers.handOver(actor, direction, to, nonce)
    const w = words(actor.language)
    const organises = actor.role === 'organiser'
    const [done, untold] = organises
      ? (['relay.named', 'relay.named.unreachable'] as const)
      : (['relay.done', 'relay.done.unreachable'] as const)
    const title = w.say(pilot?.unreachable ? untold : done)
    // An organiser may change the choice; a pilot who handed over may not.
    const change = organises ? direction : undefined
    return reply(actor, handedOverCard(w, nameOf(direction), pilot, change), title, title)
  }

  async function nameDeputy(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { direction, to } = parse(given, data)
    if (to === '') throw new Refusal('person-missing')
    const handover = await handovers.nameDeputy(actor, direction, to)
    return draw(actor, handover, { task: 'deputy' }, words(actor.language).say('relay.deputy.done'))
  }

  async function removeDeputy(actor: Actor, { data }: Pressed): Promise<Reply> {
    const handover = await handovers.removeDeputy(actor, parse(removed, data).direction)
    return draw(actor, handover, { task: 'deputy' }, words(actor.language).say('relay.deputy.removed'))
  }

  return {
    commands: [
      {
        name: 'passer-le-relais',
        words: { fr: ['passer le relais', 'relais'], en: ['hand over'] },
        offered: { pilot: 6.5 },
        // A deputy has the pilot's role but cannot hand it over.
        offeredIf: actor => !actor.deputy,
        personal: true,
        run: actor => begin(actor),
      },
    ],
    verbs: {
      'people.relay': { run: show, redraw: actor => begin(actor) },
      'people.hand-over': { run: handOver, redraw: show },
      'people.name-deputy': { run: nameDeputy, redraw: show },
      'people.remove-deputy': removeDeputy,
      'people.pilots': (actor, { data }) => {
        const { after, all } = parse(paged, data)
        return list(actor, after, all)
      },
    },
  } satisfies Handlers
}
