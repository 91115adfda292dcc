import type { Actor } from '../../../kernel/access/actor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { MessageUsecases, Telling, Topic } from '../../messages/index.ts'
import type { NudgeRule, Programme } from '../../programme/index.ts'
import { type DigestThing, MOST_THINGS, thingsText } from './digest.ts'
import { lookedAfter, type RuleFinding, reasonOf, tellingOf, topicOf } from './domain.ts'
import type { Finder, PilotKind } from './pilot-usecases.ts'

type Chosen = { readonly topics: readonly { readonly topic: Topic; readonly on: boolean }[] }

export type DigestParts = {
  readonly transact: Transact
  readonly clock: Clock
  readonly zone: string
  readonly programme: Pick<Programme, 'nudges'>
  readonly messages: Pick<MessageUsecases, 'tell' | 'absorb' | 'isDue'>
  /** The person's settings. */
  readonly preferences: (actor: Actor) => Promise<Chosen>
}

type RuleFound = { readonly rule: NudgeRule; readonly found: readonly RuleFinding[] }

/** How long after its Monday a digest is still sent. */
const LASTS = 4 * DAY

/** Rolls the transaction back: the week has too little for a digest, or its topic may not come now. */
class NotWorth extends Error {}

export function digests(parts: DigestParts, finders: Readonly<Record<PilotKind, Finder>>) {
  const { transact, clock, zone, programme, messages, preferences } = parts

  /** Findings of each rule for pilots, without topics that the pilot muted. */
  async function weekOf(pilot: Actor, on: ReadonlySet<Topic>): Promise<readonly RuleFound[]> {
    const all: RuleFound[] = []
    for (const rule of programme.nudges) {
      if (rule.off || !(rule.kind in finders) || !on.has(topicOf(rule.kind))) continue
      all.push({ rule, found: await finders[rule.kind as PilotKind](pilot, rule) })
    }
    return all
  }

  /** First new finding of each rule, whose own message is then absorbed. */
  async function takeUp(tx: Tx, pilot: Actor, week: readonly RuleFound[]): Promise<readonly DigestThing[]> {
    const things: DigestThing[] = []
    for (const { rule, found } of week) {
      if (things.length === MOST_THINGS) break
      for (const telling of found.map(each => tellingOf(rule, pilot.id, each))) {
        if (!(await messages.absorb(tx, telling))) continue
        things.push({ topic: telling.topic, subject: telling.subject })
        break
      }
    }
    return things
  }

  /** `week`: also says whether ideas may be asked about, of those that wait for less than the rule's days too. */
  function digestOf(
    rule: NudgeRule,
    pilot: Actor,
    things: readonly DigestThing[],
    week: readonly RuleFound[],
  ): Telling {
    const now = clock.now()
    const [direction = ''] = lookedAfter(pilot)
    const ideas = Number(week.some(({ rule }) => rule.kind === 'ideas-waiting'))
    const subject = { direction, things: thingsText(things), ideas }
    const reason = reasonOf(rule, direction, dateIn(now, zone))
    return tellingOf(rule, pilot.id, { reason, subject, until: now + LASTS })
  }

  /** In a transaction of its own: a silence that begins is kept even if the digest is rolled back. */
  const isDue = (rule: NudgeRule, pilot: Actor): Promise<boolean> =>
    transact(tx => messages.isDue(tx, digestOf(rule, pilot, [], [])))

  const tellAll = (rule: NudgeRule, pilot: Actor, week: readonly RuleFound[]): Promise<boolean> =>
    transact(async tx => {
      const things = await takeUp(tx, pilot, week)
      if (things.length < 2 || !(await messages.tell(tx, digestOf(rule, pilot, things, week))))
        throw new NotWorth()
      return true
    }).catch(error => {
      if (error instanceof NotWorth) return false
      throw error
    })

  return {
    /** Queues the digest. @returns findings to be queued one by one instead, when there is no digest */
    async tell(rule: NudgeRule, pilot: Actor): Promise<readonly RuleFound[]> {
      const { topics } = await preferences(pilot)
      const on = new Set(topics.filter(each => each.on).map(({ topic }) => topic))
      const week = await weekOf(pilot, on)
      if (!on.has('digest') || !(await isDue(rule, pilot))) return week
      return (await tellAll(rule, pilot, week)) ? [] : week
    },
  }
}
