import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import type { Initiative, InitiativeUsecases } from '../../initiatives/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { TesterStore } from '../testers/usecases.ts'
import type { TrialStore } from '../trial/context-usecases.ts'
import type { InitiativeTrial } from '../trial/domain.ts'
import {
  asksTheSame,
  keptWords,
  type LookInRound,
  type MeasureTally,
  questionsOf,
  type RoundResult,
  resultsOf,
} from './domain.ts'
import { askFact, closeFact, laterScrub, openFact, type RoundDue, type RoundPage, SCRUB } from './facts.ts'
import {
  dueRound,
  endOf,
  FIRST,
  firstRound,
  type PlannedRound,
  periodOf,
  roundAfter,
  roundsOf,
} from './rounds.ts'

export type RoundStore = {
  /** False when the trial has a round of this number. */
  readonly add: (round: LookInRound) => Promise<boolean>
  readonly find: (id: string) => Promise<LookInRound | undefined>
  readonly lock: (id: string) => Promise<LookInRound | undefined>
  readonly numbered: (trial: string, number: number) => Promise<LookInRound | undefined>
  /** The trial's round that is not closed. */
  readonly unclosed: (trial: string) => Promise<LookInRound | undefined>
  readonly move: (id: string, closesAt: number) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly onRoll: (round: string, person: string) => Promise<boolean>
  readonly tallies: (round: string) => Promise<readonly MeasureTally[]>
  /** Keeps the results and nothing else of what was answered. */
  readonly close: (round: string, results: readonly RoundResult[]) => Promise<void>
}

type Parts = {
  readonly rounds: (tx: Tx) => RoundStore
  readonly trials: (tx: Tx) => Pick<TrialStore, 'find'>
  readonly testers: (tx: Tx) => Pick<TesterStore, 'page' | 'count'>
  readonly transact: Transact
  readonly note: Note
  readonly clock: Clock
  readonly ids: Ids
  readonly zone: string
  readonly draw: KeyedRandom
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly initiatives: Pick<InitiativeUsecases, 'held'>
  /** Reminds who carries it of numbers that the trial waits for. */
  readonly remind: (tx: Tx, trial: InitiativeTrial, carrier: string, round: PlannedRound) => Promise<void>
  /** Secure erase of deleted rows of these tables on the disk. */
  readonly purge: (tables: typeof SCRUBBED) => Promise<void>
}

const SCRUBBED = ['trial_tester', 'trial_roll', 'trial_tally'] as const
/** Recipients per transaction. */
const PAGE = 50

export type RoundUsecases = ReturnType<typeof roundUsecases>

/** Dedupe key of the message: each person is asked once. */
const lookInReason = (round: string): string => `look-in:${round}`

/** Look-ins by the clock: opened, asked, closed. */
export function roundUsecases(parts: Parts) {
  const {
    rounds,
    trials,
    testers,
    transact,
    note,
    clock,
    ids,
    zone,
    draw,
    messages,
    initiatives,
    remind,
    purge,
  } = parts

  async function begin(tx: Tx, { id: trial }: InitiativeTrial, planned: PlannedRound): Promise<void> {
    const { number, opensAt, closesAt } = planned
    const round = { id: ids.next(), trial, number, opensAt, closesAt, closed: false }
    if (!(await rounds(tx).add(round))) return
    await note(tx, askFact({ round: round.id, after: '' }))
    await note(tx, closeFact(round))
  }

  async function moveEnd(tx: Tx, round: LookInRound, closesAt: number): Promise<void> {
    if (round.closesAt === closesAt) return
    await rounds(tx).move(round.id, closesAt)
    await note(tx, closeFact({ id: round.id, closesAt }))
  }

  /** The look-in before the first day: begun anew where it asks something else. */
  async function scheduleFirst(
    tx: Tx,
    trial: InitiativeTrial,
    before: InitiativeTrial | undefined,
  ): Promise<void> {
    const wanted = questionsOf(trial).length > 0 ? firstRound(trial, zone, clock.now()) : undefined
    const found = await rounds(tx).numbered(trial.id, FIRST)
    const same = found && before && asksTheSame(before, trial)
    if (found?.closed) return
    if (found && !same) {
      await rounds(tx).remove(found.id)
      await note(tx, laterScrub(clock.now()))
    }
    if (wanted && same) await moveEnd(tx, found, wanted.closesAt)
    else if (wanted) await begin(tx, trial, wanted)
    else if (same) await moveEnd(tx, found, clock.now())
  }

  /** Its initiative; undefined where nobody may read that at present. */
  async function shown(tx: Tx, { initiative }: InitiativeTrial): Promise<Initiative | undefined> {
    return initiatives.held(tx, initiative).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
  }

  return {
    /** Notes what is to come by the trial's plan, as it stands now; `before`: as it was. */
    async schedule(tx: Tx, trial: InitiativeTrial, before?: InitiativeTrial): Promise<void> {
      await scheduleFirst(tx, trial, before)
      const open = await rounds(tx).unclosed(trial.id)
      const end = endOf(trial.until, zone)
      if (open && end < open.closesAt) await moveEnd(tx, open, end)
      const next = dueRound(trial, zone, clock.now())
      if (next) await note(tx, openFact(trial, next))
    },

    /** A look-in's time has come: who tries is asked, and who carries it for numbers. Nothing of one that was moved. */
    open: ({ trial: id, number, at }: RoundDue): Promise<void> =>
      transact(async tx => {
        const trial = await trials(tx).find(id)
        if (!trial || trial.ending) return
        const planned = roundsOf(trial, zone).find(each => each.number === number && each.opensAt === at)
        if (!planned) return
        const next = roundAfter(trial, zone, at)
        if (next) await note(tx, openFact(trial, next))
        const initiative = await shown(tx, trial)
        if (!initiative || clock.now() >= planned.closesAt) return
        const { owner } = initiative
        if (owner !== undefined) await remind(tx, trial, owner, planned)
        const asks = questionsOf(trial).length > 0 && !(await rounds(tx).unclosed(id))
        if (asks) await begin(tx, trial, planned)
      }),

    /** Asks a page of those who try it; a fact asks the next. */
    ask: ({ round: id, after }: RoundPage): Promise<void> =>
      transact(async tx => {
        const round = await rounds(tx).find(id)
        const trial = round && (await trials(tx).find(round.trial))
        if (!trial || round.closed || clock.now() >= round.closesAt) return
        const page = await testers(tx).page(trial.id, PAGE, after)
        // Half a period: one that is ignored comes half as often.
        const every = Math.ceil((periodOf(trial) + 1) / 2) * DAY
        for (const person of page)
          if (!(await rounds(tx).onRoll(id, person)))
            await messages.tell(tx, {
              person,
              topic: 'look-in',
              reason: lookInReason(id),
              subject: { trial: trial.id, lookIn: id },
              by: 'look-ins',
              until: round.closesAt,
              every,
            })
        const last = page.at(-1)
        if (page.length === PAGE && last !== undefined) await note(tx, askFact({ round: id, after: last }))
      }),

    /** Ends a round: keeps what may be shown, deletes all else, then erases it from the disk. */
    close: (id: string): Promise<void> =>
      transact(async tx => {
        const round = await rounds(tx).lock(id)
        const trial = round && (await trials(tx).find(round.trial))
        if (!trial || round.closed || clock.now() < round.closesAt) return
        const trying = await testers(tx).count(round.trial)
        const tallies = await rounds(tx).tallies(id)
        await rounds(tx).close(
          id,
          resultsOf(
            tallies,
            trying,
            what => draw(`look-in ${id} ${what}`),
            measure => draw(keptWords(trial, measure)),
          ),
        )
        await note(tx, SCRUB)
      }),

    /** A trial went with all its rows, who tries it among them: they leave the disk as well. */
    dropped: (tx: Tx): Promise<void> => note(tx, laterScrub(clock.now())),

    scrub: (): Promise<void> => purge(SCRUBBED),
  }
}
