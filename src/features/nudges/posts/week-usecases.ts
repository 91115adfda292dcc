import type { Actor } from '../../../kernel/access/actor.ts'
import { permit, relationToDirection } from '../../../kernel/access/permission.ts'
import { Refusal, refusalsOf } from '../../../kernel/errors/refusal.ts'
import type { NudgeRule, Programme } from '../../programme/index.ts'
import type { Finder } from '../rules/pilot-usecases.ts'
import { POST_PERMISSIONS } from './domain.ts'
import type { PostUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Pick<Programme, 'direction' | 'nudges'>
  /** Finds the axis on which nothing came since the phase began. */
  readonly silent: Finder
  readonly posts: Pick<PostUsecases, 'places'>
}

/** Of a Direction, what its pilot can do something about and no list says. */
export type Week = {
  /** Id of the first axis, in the programme's order, without an idea since the phase began. */
  readonly silent?: string
  /** Why nothing can be posted to its channels. */
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
     * What a rule would tell, from the phase's first day on: whoever looks is not told too early. What a programme
     * switched off is not looked for.
     * @throws Refusal `gone`, `role-needed`, `not-yours`
     */
    async week(actor: Actor, direction: string): Promise<Week> {
      if (!programme.direction(direction)) throw new Refusal('gone')
      permit(POST_PERMISSIONS.week, actor.role, relationToDirection(actor, direction))
      const [silence, [mute]] = await Promise.all([
        silentAxis(actor, direction),
        refusalsOf([() => posts.places(actor, direction)]),
      ])
      return { ...silence, ...(mute && { mute }) }
    },
  }
}
