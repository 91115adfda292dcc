import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { InitiativeUsecases } from '../../initiatives/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { StepSubject } from '../../next-steps/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { TrialContext } from '../trial/context-usecases.ts'
import type { InitiativeTrial, TrialEnding } from '../trial/domain.ts'
import { endedAs } from '../trial/standing.ts'
import {
  checkBegun,
  checkKind,
  checkOpen,
  DECISION_PERMISSIONS,
  type DecisionKind,
  decisionOf,
  isSameDecision,
  permitDecision,
  type TypedDecision,
} from './domain.ts'
import { askReason, postFact, toldFact } from './facts.ts'
import { type DecisionPlaces, type DecisionPlacing, noneAgain } from './place-usecases.ts'
import type { DecisionStore } from './rows.ts'

type Parts = {
  readonly store: (tx: Tx) => DecisionStore
  readonly transact: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly programme: Pick<Programme, 'directions'>
  readonly initiatives: Pick<InitiativeUsecases, 'follow' | 'seenOne'>
  readonly ideas: Pick<IdeaUsecases, 'notifyFollowers' | 'stepSubject'>
  readonly messages: Pick<MessageUsecases, 'noteActed'>
  readonly channels: Pick<ChannelUsecases, 'announce'>
  readonly placesOf: DecisionPlacing['placesOf']
}

export type TrialDecisionUsecases = ReturnType<typeof decisionUsecases>

/** How a trial ends: generalised, adjusted or stopped, and what was learnt. */
export function decisionUsecases(
  parts: Parts,
  context: Pick<TrialContext, 'today' | 'withHeld' | 'readable'>,
) {
  const { store, note, audit, clock, programme, initiatives, ideas, messages } = parts
  const known = () => programme.directions.map(({ id }) => id)

  /** The initiative is where it leads, without another word: those who touched it hear of the decision. */
  async function follow(tx: Tx, { initiative }: InitiativeTrial, ending: TrialEnding): Promise<void> {
    const ends = ending.kind === 'adjust' ? {} : { phase: 'done' as const, outcome: ending.learnt }
    await initiatives.follow(tx, initiative, { trial: endedAs(ending.kind), ...ends, untold: true })
  }

  async function tell(tx: Tx, actor: Actor, { id, initiative }: InitiativeTrial, kind: string) {
    await ideas.notifyFollowers(tx, {
      idea: initiative,
      step: 'trial-decided',
      by: actor,
      occasion: id,
      detail: kind,
      teller: 'trials',
      subject: { trial: id },
    })
    await note(tx, toldFact(id, actor.id, ''))
  }

  async function announce(tx: Tx, id: string, places: DecisionPlaces): Promise<void> {
    if (places.channels.length + places.shut.length === 0) return
    await parts.channels.announce(tx, { thing: 'trial', id }, places)
    await note(tx, postFact(id))
  }

  /** What asked for it has worked. */
  async function acted(tx: Tx, person: string, trial: InitiativeTrial): Promise<void> {
    for (const time of [1, 2] as const)
      await messages.noteActed(tx, { person, topic: 'my-trial', reason: askReason(trial, time) })
  }

  return {
    /**
     * Before they decide: what may be decided today.
     * @throws Refusal `gone`, `idea-hidden`, `role-needed`, `trial-not-carrier`, `trial-decided`, `trial-not-begun`
     */
    async prepare(actor: Actor, id: string): Promise<readonly DecisionKind[]> {
      permit(DECISION_PERMISSIONS.decide, actor.role, 'own')
      const trial = await context.readable(actor, id)
      permitDecision(await initiatives.seenOne(actor, trial.initiative), actor)
      checkOpen(trial)
      return checkBegun(trial, context.today())
    },

    /**
     * Decides a trial, once: the same again is one. Those who touched it hear once, and its Directions by a card in their
     * channels, of one trial of an initiative a day. @returns where that stands
     * @throws Refusal `gone`, `idea-hidden`, `idea-merged`, `role-needed`, `trial-not-carrier`, `trial-decided`, `trial-early`,
     * `trial-not-begun`, and those of `decisionOf`
     */
    async decide(actor: Actor, id: string, typed: TypedDecision): Promise<DecisionPlaces> {
      const { act } = DECISION_PERMISSIONS.decide
      permit(DECISION_PERMISSIONS.decide, actor.role, 'own')
      const { directions } = await context.readable(actor, id)
      const wanted = typed.kind === 'generalise' ? typed.directions.filter(one => known().includes(one)) : []
      const hearing = [...new Set([...directions, ...wanted])]
      let places = await parts.placesOf(hearing)
      await context.withHeld(id, async (tx, { trial, initiative }) => {
        permitDecision(initiative, actor)
        const decision = decisionOf(typed, known())
        if (trial.ending && isSameDecision(trial.ending, decision)) return
        checkOpen(trial)
        checkKind(trial, decision.kind, context.today())
        if (await store(tx).isDecidedOn(trial.initiative, context.today()))
          places = noneAgain(places, hearing)
        const ending = { ...decision, by: actor.id, on: context.today(), at: clock.now() }
        await store(tx).decide(id, ending)
        await follow(tx, trial, ending)
        await tell(tx, actor, trial, decision.kind)
        await announce(tx, id, places)
        await acted(tx, actor.id, trial)
        await audit(tx, actor, act, inDetail(id, decision.kind))
      })
      return places
    },

    /** What a trial is to the steps that follow of it, as its idea is: once it is decided. */
    async stepSubject(tx: Tx, id: string): Promise<StepSubject | undefined> {
      const found = await store(tx).initiativeOf(id)
      const idea = found && (await ideas.stepSubject(tx, found.initiative))
      if (!found || !idea) return undefined
      const { title, owner, isDecided } = found
      const { direction, standing } = idea
      return {
        title: standing === 'gone' ? '' : title,
        ...(direction !== undefined && { direction }),
        ...(owner !== undefined && { carrier: owner }),
        standing: standing === 'open' && !isDecided ? 'early' : standing,
      }
    },
  }
}
