import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { AudienceUsecases, Viewer } from '../ballot/audience-usecases.ts'
import { choiceOf, sameChoice, type Vote, type VoteChoice } from '../ballot/choice.ts'
import {
  type BallotContext,
  type BallotStore,
  requireFound,
  type VoteReads,
} from '../ballot/context-usecases.ts'
import {
  BALLOT_PERMISSIONS,
  type Ballot,
  type BallotResult,
  checkOpen,
  type ResultNow,
  stageOf,
} from '../ballot/domain.ts'
import { SEALED } from '../ballot/secret-rules.ts'
import type { VoterErasureUsecases } from '../secrecy/erasure-usecases.ts'
import type { SecretUsecases } from '../secrecy/usecases.ts'
import { type ReplacedVote, replacedVotes } from './replaced.ts'
import { tallyVote } from './tally.ts'

export type VoteStore = VoteReads & {
  /** `first`: the person has no vote in it yet. */
  readonly putVote: (vote: Vote, first: boolean) => Promise<void>
  /** Running ballots in which the person voted before their Direction was known; at most 500. */
  readonly unplaced: (person: string, now: number) => Promise<readonly string[]>
  /** Assigns the person's vote to `direction`, unless it has one. */
  readonly place: (id: string, person: string, direction: string) => Promise<void>
  /** Stores the totals of a locked ballot that differ from `before`. */
  readonly putTotals: (before: Ballot, now: Ballot) => Promise<void>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<BallotStore, 'find' | 'lock'>
  readonly votes: (tx: Tx) => VoteStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly clock: Clock
  readonly tookPart: PeopleUsecases['tookPart']
  readonly audience: Pick<AudienceUsecases, 'addressed' | 'checkCalled'>
  readonly context: Pick<BallotContext, 'resultIn' | 'chosenIn'>
  readonly secrets: Pick<SecretUsecases, 'cast' | 'unplaced' | 'place'>
  /** Absent where nobody was ever erased. */
  readonly checkFirst?: VoterErasureUsecases['checkFirst']
}

/** The ballot after a vote; `replaced`: the choice that the person had given before. */
export type VoteCast = BallotResult & ReplacedVote

export type VoteUsecases = ReturnType<typeof voteUsecases>

/** Casts a vote, open or secret, or changes it. */
export function voteUsecases(parts: Parts) {
  const { store, votes, transact, read, clock, tookPart, secrets, checkFirst } = parts
  const { addressed, checkCalled } = parts.audience
  const { resultIn, chosenIn } = parts.context
  const { noted, recalled } = replacedVotes(parts.once)

  /** Stores an open vote and moves the tally by what changed. `ballot`: locked. */
  async function voteOpenly(tx: Tx, ballot: Ballot, vote: Vote): Promise<ResultNow & ReplacedVote> {
    const before = (await votes(tx).choices(vote.person, [ballot.id])).get(ballot.id)
    const direction = vote.direction ?? before?.direction
    const same = sameChoice(before?.choice, vote.choice)
    if (before && same && before.direction === direction)
      return { ...(await resultIn(tx, ballot, vote.choice)), ...(await recalled(tx, ballot, vote, before)) }
    if (!before) await checkFirst?.(tx, ballot.id, vote.person)
    await votes(tx).putVote({ ...vote, direction }, !before)
    if (same) return resultIn(tx, ballot, vote.choice)
    if (!before) await tookPart(tx, vote.person)
    const now = tallyVote(ballot, before?.choice, vote.choice)
    await votes(tx).putTotals(ballot, now)
    return { ...(await resultIn(tx, now, vote.choice)), ...(await noted(tx, ballot, vote, before)) }
  }

  /** Sealed anew every time: a changed vote must not be distinguishable. */
  async function voteSecretly(tx: Tx, ballot: Ballot, vote: Vote): Promise<ResultNow> {
    await secrets.cast(tx, ballot, vote)
    await tookPart(tx, vote.person)
    return resultIn(tx, requireFound(await store(tx).find(ballot.id)), SEALED)
  }

  /**
   * Checks eligibility before the transaction: other features decide it, and the audience is fixed once the ballot is
   * open.
   */
  async function checkVoter(viewer: Viewer, id: string): Promise<void> {
    const { actor } = viewer
    const [ballot, voted] = await read(async tx => {
      const found = requireFound(await store(tx).find(id))
      return [found, (await chosenIn(tx, actor.id, [id])).has(id)]
    })
    checkOpen(ballot, clock.now())
    await checkCalled(ballot.audience, viewer, voted)
  }

  /** Undefined, and nothing done, where eligibility has to be checked first. */
  async function castFor(
    { actor }: Viewer,
    id: string,
    tried: VoteChoice,
    called: boolean,
  ): Promise<(ResultNow & ReplacedVote) | undefined> {
    return transact(async tx => {
      const ballot = requireFound(await store(tx).lock(id))
      checkOpen(ballot, clock.now())
      if (!called && ballot.audience.kind !== 'everybody') return undefined
      const { id: person, direction } = actor
      const vote = { ballot: id, person, direction, choice: choiceOf(ballot, tried), at: clock.now() }
      return ballot.secret ? voteSecretly(tx, ballot, vote) : voteOpenly(tx, ballot, vote)
    })
  }

  async function vote(viewer: Viewer, id: string, tried: VoteChoice): Promise<VoteCast> {
    const cast = await castFor(viewer, id, tried, false)
    if (cast) return addressed(cast, viewer)
    await checkVoter(viewer, id)
    return addressed(requireFound(await castFor(viewer, id, tried, true)), viewer)
  }

  return {
    /**
     * Makes `tried` the person's vote. Idempotent. `channel`: in which it is given, if any.
     * @throws Refusal of `choiceOf` and `checkCalled`, and `role-needed`, `gone`, `ballot-closed`, `ballot-not-open`,
     * `ballot-draft`, `ballot-sealed`, `ballot-voted-before`
     */
    vote(actor: Actor, id: string, tried: VoteChoice, channel?: string): Promise<VoteCast> {
      permit(BALLOT_PERMISSIONS.vote, actor.role)
      return vote({ actor, channel }, id, tried)
    },

    /**
     * Assigns votes given before the person declared a Direction to it, in running ballots. No card changes: Directions
     * are counted and shown at the end only.
     */
    async place(person: string, direction: string): Promise<void> {
      const unplaced = await read(async tx => [
        ...(await votes(tx).unplaced(person, clock.now())),
        ...(await secrets.unplaced(tx, person)),
      ])
      for (const id of unplaced) {
        await transact(async tx => {
          const ballot = requireFound(await store(tx).lock(id))
          if (stageOf(ballot, clock.now()) === 'closed') return
          await (ballot.secret
            ? secrets.place(tx, id, person, direction)
            : votes(tx).place(id, person, direction))
        })
      }
    },
  }
}
