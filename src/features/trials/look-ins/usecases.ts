import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, HOUR } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { MessageUsecases, Subject } from '../../messages/index.ts'
import type { TesterStore } from '../testers/usecases.ts'
import type { TrialContext } from '../trial/context-usecases.ts'
import type { InitiativeTrial } from '../trial/domain.ts'
import type { TrialBeside } from '../trial/seen.ts'
import {
  LOOK_IN_PERMISSIONS,
  type LookInRound,
  type LookInStatus,
  openAt,
  type RoundResult,
  type StepGiven,
  wholeAnswer,
} from './domain.ts'
import { FIRST } from './rounds.ts'

/** A closed round with what is shown of a question. */
export type ShownResult = RoundResult & Pick<LookInRound, 'number' | 'opensAt'>

export type StepAnswerStore = {
  readonly lock: (id: string) => Promise<LookInRound | undefined>
  readonly onRoll: (round: string, person: string) => Promise<boolean>
  /** Keeps that the person answered, and apart from it what. */
  readonly answer: (round: string, person: string, given: readonly StepGiven[]) => Promise<void>
  /** Rounds of these trials that are open at `now`. */
  readonly open: (trials: readonly string[], now: number) => Promise<readonly LookInRound[]>
  /** Of these rounds, those that the person answered. */
  readonly answeredAmong: (person: string, rounds: readonly string[]) => Promise<ReadonlySet<string>>
  /** What is shown of closed rounds of these trials, the oldest first. */
  readonly results: (trials: readonly string[]) => Promise<readonly ShownResult[]>
}

type Parts = {
  readonly store: (tx: Tx) => StepAnswerStore
  readonly testers: (tx: Tx) => Pick<TesterStore, 'triedAmong'>
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
  readonly once: Once
  readonly messages: Pick<MessageUsecases, 'noteAnsweredOn'>
}

export type LookInUsecases = ReturnType<typeof lookInUsecases>

/** Answers of those who try something, each kept apart from who gave it, and what is shown of them. */
export function lookInUsecases(
  { store, testers, transact, read, clock, zone, once, messages }: Parts,
  context: Pick<TrialContext, 'readable'>,
) {
  async function statuses(
    actor: Actor,
    trials: readonly string[],
  ): Promise<ReadonlyMap<string, LookInStatus>> {
    return read(async tx => {
      const open = await store(tx).open(trials, clock.now())
      if (open.length === 0) return new Map()
      const ids = open.map(({ id }) => id)
      const tried = await testers(tx).triedAmong(actor.id, trials)
      const answered = await store(tx).answeredAmong(actor.id, ids)
      return new Map(
        open.map(round => [
          round.trial,
          { round, asked: tried.has(round.trial), answered: answered.has(round.id) },
        ]),
      )
    })
  }

  /** @throws Refusal `look-in-not-trying`, `look-in-closed` */
  async function answering(tx: Tx, actor: Actor, trial: InitiativeTrial, id: string): Promise<boolean> {
    const round = openAt(await store(tx).lock(id), clock.now())
    if (round.trial !== trial.id) throw new Refusal('gone')
    if (!(await testers(tx).triedAmong(actor.id, [trial.id])).has(trial.id))
      throw new Refusal('look-in-not-trying')
    return store(tx).onRoll(id, actor.id)
  }

  return {
    /**
     * Keeps an answer without its author. Only the first counts. `delivery`: of a press, which Teams may repeat; without one, in
     * the tab, the message that asked is marked as answered here, as any press on it does.
     * @returns whether this was the first
     * @throws Refusal `role-needed`, `gone`, `look-in-closed`, `look-in-not-trying`, `look-in-incomplete`
     */
    async answer(
      actor: Actor,
      trialId: string,
      given: {
        readonly round: string
        readonly answers: readonly { readonly measure: string; readonly step: number }[]
      },
      delivery?: string,
    ): Promise<boolean> {
      permit(LOOK_IN_PERMISSIONS.answer, actor.role)
      const trial = await context.readable(actor, trialId)
      return transact(async tx => {
        const before = await answering(tx, actor, trial, given.round)
        if (!before) await store(tx).answer(given.round, actor.id, wholeAnswer(given.answers, trial))
        const came = before ? 'later' : 'first'
        if (delivery === undefined) {
          const isAbout = ({ lookIn }: Subject) => lookIn === given.round
          if (!before) await messages.noteAnsweredOn(tx, { person: actor.id, topic: 'look-in' }, isAbout)
          return !before
        }
        // The press alone: a key of what was answered would tell it.
        return (await once(tx, [{ key: `look-in:${delivery}`, forMs: HOUR }], came)) === 'first'
      })
    },

    /** Where the actor stands with the trial's look-in. @throws Refusal `gone`, `idea-hidden` */
    async status(actor: Actor, trialId: string): Promise<LookInStatus> {
      const { id } = await context.readable(actor, trialId)
      return (await statuses(actor, [id])).get(id) ?? { asked: false, answered: false }
    },

    /** What the actor is asked at present, by trial. */
    asked: (async (actor, trials) => {
      const found = await statuses(
        actor,
        trials.map(({ id }) => id),
      )
      return new Map(
        [...found].flatMap(([trial, { round, asked, answered }]) =>
          round && asked
            ? [[trial, { round: round.id, until: dateIn(round.closesAt - 1, zone), answered }] as const]
            : [],
        ),
      )
    }) satisfies TrialBeside['asked'],

    /** What is shown of closed rounds, by question, the oldest first. */
    rounds: (async trials => {
      const all = await read(tx => store(tx).results(trials.map(({ id }) => id)))
      return new Map(
        [...Map.groupBy(all, ({ measure }) => measure)].map(([measure, results]) => [
          measure,
          results.map(({ number, opensAt, said, answers }) => ({
            day: dateIn(opensAt, zone),
            said: said / 2,
            answers,
            ...(number === FIRST && { start: true as const }),
          })),
        ]),
      )
    }) satisfies TrialBeside['rounds'],
  }
}
