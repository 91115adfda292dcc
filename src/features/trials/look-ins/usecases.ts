import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { done, gather, settle } from '../../../kernel/storage/gathering.ts'
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
  /** Which of `people` have answered. */
  readonly rolledAmong: (round: string, people: readonly string[]) => Promise<ReadonlySet<string>>
  /** Keeps that `people` answered, in their order, and apart from it what all of them gave. */
  readonly answer: (round: string, people: readonly string[], given: readonly StepGiven[]) => Promise<void>
  /** Rounds of these trials that are open at `now`. */
  readonly open: (trials: readonly string[], now: number) => Promise<readonly LookInRound[]>
  /** Of these rounds, those that the person answered. */
  readonly answeredAmong: (person: string, rounds: readonly string[]) => Promise<ReadonlySet<string>>
  /** What is shown of closed rounds of these trials, the oldest first. */
  readonly results: (trials: readonly string[]) => Promise<readonly ShownResult[]>
}

type Parts = {
  readonly store: (tx: Tx) => StepAnswerStore
  readonly testers: (tx: Tx) => Pick<TesterStore, 'triedAmong' | 'tryingAmong'>
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
  readonly once: Once
  readonly messages: Pick<MessageUsecases, 'noteAnsweredOn'>
}

/** One person's answer to a round. `delivery`: of a press. */
type Ask = {
  readonly actor: Actor
  readonly trial: InitiativeTrial
  readonly given: readonly { readonly measure: string; readonly step: number }[]
  readonly delivery: string | undefined
}

/** What an answer is checked against: `rolled` have answered already. */
type Answering = {
  readonly round: LookInRound | undefined
  readonly trying: ReadonlySet<string>
  readonly rolled: ReadonlySet<string>
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

  /** @throws Refusal `look-in-not-trying`, `look-in-closed`, `gone`, `look-in-incomplete` */
  function checked({ actor, trial, given }: Ask, { round, trying, rolled }: Answering): StepGiven[] {
    if (openAt(round, clock.now()).trial !== trial.id) throw new Refusal('gone')
    if (!trying.has(actor.id)) throw new Refusal('look-in-not-trying')
    return rolled.has(actor.id) ? [] : [...wholeAnswer(given, trial)]
  }

  /** Marks where the answer came from, of one that is the first or came after it. @returns whether it was the first */
  async function mark(tx: Tx, { actor, delivery }: Ask, round: string, first: boolean): Promise<boolean> {
    if (delivery === undefined) {
      const isAbout = ({ lookIn }: Subject) => lookIn === round
      if (first) await messages.noteAnsweredOn(tx, { person: actor.id, topic: 'look-in' }, isAbout)
      return first
    }
    // The press alone: a key of what was answered would tell it.
    const came = first ? 'first' : 'later'
    return (await once(tx, [{ key: `look-in:${delivery}`, forMs: HOUR }], came)) === 'first'
  }

  /** Answers of one round that come together: the roll is written by person, and each step counted once, moved by all. */
  const answered = gather(transact, async (tx, asks: readonly Ask[], id) => {
    const people = [...new Set(asks.map(({ actor }) => actor.id))].sort()
    const round = await store(tx).lock(id)
    const rolled = new Set(await store(tx).rolledAmong(id, people))
    const trying = round ? await testers(tx).tryingAmong(round.trial, people) : new Set<string>()
    const given: StepGiven[] = []
    const fresh = new Set<string>()
    const settled: PromiseSettledResult<boolean>[] = []
    for (const ask of asks) {
      const own = await settle(() => checked(ask, { round, trying, rolled }))
      if (own.status === 'rejected') {
        settled.push(own)
        continue
      }
      const first = own.value.length > 0
      given.push(...own.value)
      if (first) fresh.add(ask.actor.id)
      rolled.add(ask.actor.id)
      settled.push(done(await mark(tx, ask, id, first)))
    }
    if (fresh.size > 0)
      await store(tx).answer(
        id,
        people.filter(person => fresh.has(person)),
        given,
      )
    return settled
  })

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
      return answered({ actor, trial, given: given.answers, delivery }, given.round)
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
