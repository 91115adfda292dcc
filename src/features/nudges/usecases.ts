import type { Actor } from '../../kernel/actor.ts'
import { type Clock, DAY } from '../../kernel/clock.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Once } from '../../kernel/once.ts'
import type { Transact } from '../../kernel/tx.ts'
import { dateIn } from '../../kernel/zone.ts'
import type { Idea, IdeaUsecases } from '../ideas/index.ts'
import type { MessageUsecases, Telling } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { WorkshopSeen, WorkshopUsecases } from '../workshops/index.ts'
import { asksPilot, lookedAfter, PATIENCE, SOON, TOO_LATE } from './domain.ts'
import type { Appointed } from './relay.ts'

type Parts = {
  readonly transact: Transact
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
  readonly zone: string
  readonly people: Pick<PeopleUsecases, 'pilots'>
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly workshops: Pick<WorkshopUsecases, 'coming'>
  readonly ideas: Pick<IdeaUsecases, 'waitingSince'>
}

export type NudgeUsecases = ReturnType<typeof nudgeUsecases>

/** Workshops of a week are read so many at a time, in so many pages at most. */
const PAGE = 20
const PAGES = 10
/** Ideas of a Direction that are looked at: the first is shown, the second says that there are more. */
const LOOKED = 2

export function nudgeUsecases({
  transact,
  once,
  clock,
  ids,
  zone,
  people,
  messages,
  workshops,
  ideas,
}: Parts) {
  /** Workshops of the coming week that the pilot could still be asked about, by start. */
  async function workshopsFor(pilot: Actor): Promise<WorkshopSeen[]> {
    const now = clock.now()
    const found: WorkshopSeen[] = []
    let after: string | undefined
    for (let page = 0; page < PAGES; page++) {
      const { items, next } = await workshops.coming(pilot, PAGE, after)
      found.push(...items.filter(workshop => asksPilot(workshop, now)))
      const last = items.at(-1)
      if (next === undefined || !last || last.startsAt > now + SOON) break
      after = next
    }
    return found
  }

  /** The oldest ideas of the Direction that have waited too long: two at most. */
  const waitingIn = (direction: string): Promise<readonly Idea[]> =>
    ideas.waitingSince(direction, clock.now() - PATIENCE, LOOKED)

  async function aboutWorkshops(pilot: Actor): Promise<Telling[]> {
    const [direction] = lookedAfter(pilot)
    if (direction === undefined) return []
    return (await workshopsFor(pilot)).map(({ id, startsAt }) => ({
      person: pilot.id,
      topic: 'workshop-soon',
      reason: `workshop-soon:${id}`,
      subject: { workshop: id, direction, at: startsAt },
      by: 'nudges',
      until: startsAt - TOO_LATE,
    }))
  }

  async function aboutIdeas(pilot: Actor): Promise<Telling[]> {
    const tellings: Telling[] = []
    for (const direction of lookedAfter(pilot)) {
      const [oldest] = await waitingIn(direction)
      if (!oldest) continue
      const subject = { idea: oldest.id, direction }
      const reason = `ideas-waiting:${oldest.id}`
      tellings.push({ person: pilot.id, topic: 'ideas-waiting', reason, subject, by: 'nudges' })
    }
    return tellings
  }

  /** The first that is new, once a day whatever is run again. */
  async function tellOne([first, ...others]: readonly Telling[]): Promise<void> {
    if (!first) return
    const key = `nudges:${first.topic}:${first.person}:${dateIn(clock.now(), zone)}`
    const run = ids.next()
    await transact(async tx => {
      if ((await once(tx, [{ key, forMs: 2 * DAY }], run)) !== run) return
      for (const telling of [first, ...others]) if (await messages.tell(tx, telling)) return
    })
  }

  return {
    /** The day's look at every rule, one pilot after another: at most one nudge of a kind to each. */
    async remind(): Promise<void> {
      for (const pilot of await people.pilots()) {
        await tellOne(await aboutWorkshops(pilot))
        await tellOne(await aboutIdeas(pilot))
      }
    },

    /**
     * Has somebody told that their role changed without them. `act` names the one act that did it, so that nobody hears
     * of it twice.
     */
    tellAppointed: (person: string, act: string, { direction, as, other }: Appointed): Promise<void> =>
      transact(async tx => {
        const subject = { direction, as, other }
        await messages.tell(tx, { person, topic: 'relay', reason: `relay:${act}`, subject, by: 'nudges' })
      }),

    waitingIn,
  }
}
