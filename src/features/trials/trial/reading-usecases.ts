import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { InitiativeSeen, InitiativeUsecases } from '../../initiatives/index.ts'
import type { TrialContext, TrialContextParts } from './context-usecases.ts'
import { foundTrial, type InitiativeTrial, TRIAL_PERMISSIONS } from './domain.ts'
import { type CarriedPlan, rightsOn, type TrialBeside, type TrialSeen } from './seen.ts'

type Parts = Pick<TrialContextParts, 'store' | 'read'> & {
  readonly initiatives: Pick<InitiativeUsecases, 'seenOne'>
  readonly beside: TrialBeside
}

/** All trials of an initiative. `past`: the latest first. */
export type TrialsSeen = {
  readonly current?: TrialSeen
  readonly past: readonly TrialSeen[]
  readonly mayPlan: boolean
  readonly carried?: CarriedPlan
}

export type TrialReadingUsecases = ReturnType<typeof trialReading>

/** Trials that are over, on one page. */
const PAST = 20
const NOBODY = { testers: 0, names: [], trying: false }

/** Trials as somebody reads them: put together of what each room knows. */
export function trialReading(
  { store, read, initiatives, beside }: Parts,
  context: Pick<TrialContext, 'today'>,
) {
  async function seen(
    actor: Actor,
    initiative: InitiativeSeen,
    trials: readonly InitiativeTrial[],
  ): Promise<readonly TrialSeen[]> {
    const [testing, notes, numbers, rounds, asked, next] = await Promise.all([
      beside.testing(actor, trials),
      beside.notes(actor, trials),
      beside.readings(trials),
      beside.rounds(trials),
      beside.asked(actor, trials),
      beside.next(actor, trials),
    ])
    const { owner, title, mine, idea } = initiative
    return trials.map(trial => {
      const look = asked.get(trial.id)
      const steps = next.get(trial.id)
      return {
        ...trial,
        ...rightsOn(actor, trial, owner, context.today()),
        ...(testing.get(trial.id) ?? NOBODY),
        title,
        ...(idea.axis !== undefined && { axis: idea.axis }),
        mine,
        ...(owner === undefined && { uncarried: true as const }),
        notes: notes.get(trial.id) ?? [],
        numbers,
        rounds,
        ...(look && { asked: look }),
        ...(steps && { next: steps }),
      }
    })
  }

  async function one(actor: Actor, trial: InitiativeTrial): Promise<TrialSeen> {
    const [found] = await seen(actor, await initiatives.seenOne(actor, trial.initiative), [trial])
    if (!found) throw new Refusal('gone')
    return found
  }

  return {
    /** @throws Refusal `gone`, `idea-hidden` */
    async show(actor: Actor, id: string): Promise<TrialSeen> {
      permit(TRIAL_PERMISSIONS.read, actor.role)
      return one(actor, foundTrial(await read(tx => store(tx).find(id))))
    },

    /** The initiative's trials. @throws Refusal `gone`, `idea-hidden` */
    async ofInitiative(actor: Actor, id: string): Promise<TrialsSeen> {
      permit(TRIAL_PERMISSIONS.read, actor.role)
      const initiative = await initiatives.seenOne(actor, id)
      const trials = await seen(actor, initiative, await read(tx => store(tx).latest(id, PAST + 1)))
      const current = trials.find(({ ending }) => !ending)
      const mayPlan = initiative.mine && !current && may(TRIAL_PERMISSIONS.plan, actor.role)
      const carried = mayPlan && trials.length === 0 ? await beside.carried(actor, initiative) : undefined
      return {
        ...(current && { current }),
        past: trials.filter(({ ending }) => ending).slice(0, PAST),
        mayPlan,
        ...(carried && { carried }),
      }
    },
  }
}
