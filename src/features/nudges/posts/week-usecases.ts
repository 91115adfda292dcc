import type { Actor } from '../../../kernel/access/actor.ts'
import { permit, relationToDirection } from '../../../kernel/access/permission.ts'
import { Refusal, refusalsOf } from '../../../kernel/errors/refusal.ts'
import type { NudgeRule, Programme } from '../../programme/index.ts'
import type { Finder } from '../rules/pilot-usecases.ts'
import { POST_PERMISSIONS, type Published } from './domain.ts'
import type { PostUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Pick<Programme, 'direction' | 'nudges'>
  /** Finds an axis without ideas since the phase began. */
  readonly silent: Finder
  readonly posts: Pick<PostUsecases, 'places' | 'published'>
}

/** A Direction's tasks that appear in no other list. */
export type Week = {
  /** Id of the first axis, in the programme's order, without an idea since the phase began. */
  readonly silent?: string
  /** What its channels have had a post about, and when. */
  readonly published: readonly Published[]
  /** Why its channels cannot be posted to. */
  readonly mute?: Refusal
}

export type WeekUsecases = ReturnType<typeof weekUsecases>

export function weekUsecases({ programme, silent, posts }: Parts) {
  async function silentAxis(actor: Actor, direction: string): Promise<Pick<Week, 'silent'>> {
    const rule: NudgeRule | undefined = programme.nudges.find(
      ({ kind, off }) => kind === 'axis-silent' && !off,
    )
    if (!rule) return {}
    const [found] = await silent({ ...actor, leads: [direction] }, { ...rule, patience: 0 })
    const axis = found?.subject.axis
    return typeof axis === 'string' ? { silent: axis } : {}
  }

  return {
    /**
     * What the rules would find, from the phase's first day on. Rules that the programme switched off are skipped.
     * @throws Refusal `gone`, `role-needed`, `not-yours`
     */
    async week(actor: Actor, direction: string): Promise<Week> {
      if (!programme.direction(direction)) throw new Refusal('gone')
      permit(POST_PERMISSIONS.week, actor.role, relationToDirection(actor, direction))
      const [silence, published, [mute]] = await Promise.all([
        silentAxis(actor, direction),
        posts.published(direction),
        refusalsOf([() => posts.places(actor, direction)]),
      ])
      return { ...silence, published, ...(mute && { mute }) }
    },
  }
}
