import type { Actor } from '../../kernel/actor.ts'
import { permit, relationTo } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { NudgeRule, Programme } from '../programme/index.ts'
import { PERMISSIONS } from './domain.ts'
import type { Finder } from './pilot-usecases.ts'

type Parts = {
  readonly programme: Pick<Programme, 'direction' | 'nudges'>
  /** Finds the axis on which nothing came since the phase began. */
  readonly silent: Finder
}

/** Of a Direction, what its pilot can do something about and no list says. */
export type Week = {
  /** Id of the first axis, in the programme's order, without an idea since the phase began. */
  readonly silent?: string
}

export type WeekUsecases = ReturnType<typeof weekUsecases>

export function weekUsecases({ programme, silent }: Parts) {
  return {
    /**
     * What a rule would tell, from the phase's first day on: whoever looks is not told too early. What a programme
     * switched off is not looked for.
     * @throws Refusal `gone`, `role-needed`, `not-yours`
     */
    async week(actor: Actor, direction: string): Promise<Week> {
      if (!programme.direction(direction)) throw new Refusal('gone')
      permit(PERMISSIONS.week, actor.role, relationTo(actor, direction))
      const rule: NudgeRule | undefined = programme.nudges.find(
        ({ kind, off }) => kind === 'axis-silent' && !off,
      )
      if (!rule) return {}
      const [found] = await silent({ ...actor, leads: [direction] }, { ...rule, patience: 0 })
      const axis = found?.subject.axis
      return typeof axis === 'string' ? { silent: axis } : {}
    },
  }
}
