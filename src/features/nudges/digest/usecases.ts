import type { Actor } from '../../../kernel/access/actor.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { Programme } from '../../programme/index.ts'
import { thingOf } from '../posts/domain.ts'
import type { PostUsecases } from '../posts/usecases.ts'
import { type IdeaPace, type Ready, readiestFirst, type WeekThing, weeksCompared } from './domain.ts'
import { unlessRefused } from './queue-usecases.ts'

type Parts = {
  readonly ideas: Pick<IdeaUsecases, 'submittedBetween'>
  readonly posts: Pick<PostUsecases, 'prepare' | 'publishedAt'>
  readonly programme: Pick<Programme, 'phases'>
  readonly clock: Clock
  readonly zone: string
}

export type DigestUsecases = ReturnType<typeof digestUsecases>

export function digestUsecases({ ideas, posts, programme, clock, zone }: Parts) {
  async function readyOne(actor: Actor, { item, subject }: WeekThing): Promise<Ready | undefined> {
    const thing = thingOf(subject)
    if (!thing) return undefined
    const of = { ...thing, direction: String(subject.direction ?? '') }
    const found = await unlessRefused(posts.prepare(actor, of))
    if (!found) return undefined
    const publishedAt = await posts.publishedAt(of)
    return { item, ...found, ...(publishedAt !== undefined && { publishedAt }) }
  }

  return {
    /**
     * The most useful post of the week that was not published before `since` (milliseconds), or the most useful one; none
     * where nothing can be posted.
     */
    async ready(actor: Actor, things: readonly WeekThing[], since: number): Promise<Ready | undefined> {
      let done: Ready | undefined
      for (const thing of readiestFirst(things)) {
        const found = await readyOne(actor, thing)
        if (found && (found.publishedAt ?? since) >= since) return found
        done ??= found
      }
      return done
    },

    /** How many ideas came from the Direction lately and before, which all may count; undefined where that compares nothing. */
    async pace(direction: string): Promise<IdeaPace | undefined> {
      const now = clock.now()
      const [first] = programme.phases.map(({ from }) => from).toSorted()
      const begun = first === undefined ? undefined : momentOf(first, '00:00', zone)
      const weeks = begun === undefined ? undefined : weeksCompared(begun, now)
      if (weeks === undefined) return undefined
      const ago = (times: number) => now - times * weeks * 7 * DAY
      const count = await ideas.submittedBetween(direction, ago(1), now)
      const before = await ideas.submittedBetween(direction, ago(2), ago(1))
      return count + before === 0 ? undefined : { weeks, count, before }
    },
  }
}
