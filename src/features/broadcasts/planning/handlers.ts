import { z } from 'zod'
import type { Handlers, Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Broadcast } from '../broadcast/domain.ts'
import { type BroadcastReplies, chosen } from '../broadcast/reply-handlers.ts'
import type { BroadcastUsecases } from '../broadcast/usecases.ts'
import { checkPlannable, DUE, PLANNING_PERMISSIONS } from './domain.ts'
import { hourIn } from './form.ts'
import { hourCard, hourFields } from './form-cards.ts'
import type { PlanningUsecases } from './usecases.ts'

const typed = z.string().max(20).catch('')
const hour = chosen.extend({
  version: z.coerce.number().int().min(1).max(1_000_000),
  date: typed,
  time: typed,
})
const form = chosen.extend({ date: typed, time: typed })
const due = z.object({ broadcast: z.string().regex(ID), at: z.number().int() })

type Parts = {
  readonly broadcasts: Pick<BroadcastUsecases, 'show'>
  readonly planning: PlanningUsecases
  readonly words: (language: Language) => Words
}

/** How an organiser sets the hour of a broadcast, changes it and takes it back. */
export function planningVerbs(
  { broadcasts, planning, words }: Parts,
  { reply, sheetReply, now }: BroadcastReplies,
): Readonly<Record<string, Verb>> {
  async function sheet(actor: Actor, { data }: Pressed): Promise<Reply> {
    return sheetReply(actor, await broadcasts.show(actor, parse(chosen, data).broadcast))
  }

  /** Its hour, the one that it had, or a proposal; filled in with what was typed when one comes back to it. */
  async function show(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(PLANNING_PERMISSIONS.plan, actor.role)
    const { broadcast: id, date, time } = parse(form, data)
    const { broadcast, proposedAt } = await broadcasts.show(actor, id)
    checkPlannable(broadcast, broadcast.version)
    const w = words(actor.language)
    const known = hourFields(proposedHour(broadcast, proposedAt), w.zone)
    const fields = date === '' && time === '' ? known : { date, time }
    const card = hourCard(w, { broadcast: id, version: broadcast.version, fields })
    return reply(actor, card, w.say('cast.plan'))
  }

  /** The one that it had, as long as that is to come. */
  function proposedHour({ plan: had }: Broadcast, proposedAt: number | undefined): number | undefined {
    return had && had.at > now() ? had.at : proposedAt
  }

  async function plan(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(PLANNING_PERMISSIONS.plan, actor.role)
    const { broadcast: id, version, date, time } = parse(hour, data)
    const w = words(actor.language)
    await planning.plan(actor, id, { version, at: hourIn({ date, time }, w.zone) })
    return sheetReply(actor, await broadcasts.show(actor, id), { tone: 'good', title: w.say('cast.planned') })
  }

  async function unplan(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { broadcast: id } = parse(chosen, data)
    await planning.unplan(actor, id)
    const { say } = words(actor.language)
    const notice = { tone: 'good', title: say('cast.unplanned'), text: say('cast.unplanned.left') } as const
    return sheetReply(actor, await broadcasts.show(actor, id), notice)
  }

  return {
    'broadcasts.plan-form': { run: show, redraw: sheet },
    'broadcasts.plan': { run: plan, redraw: show },
    'broadcasts.unplan': { run: unplan, redraw: sheet },
  }
}

export function planningFacts({ planning }: Pick<Parts, 'planning'>): NonNullable<Handlers['facts']> {
  return {
    [DUE]: async ({ payload }) => {
      await planning.begin(parse(due, payload))
      return []
    },
  }
}
