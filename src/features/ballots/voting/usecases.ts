import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { done, gather } from '../../../kernel/storage/gathering.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { AudienceUsecases, Viewer } from '../ballot/audience-usecases.ts'
import type { VoteChoice } from '../ballot/choice.ts'
import { type BallotContext, requireFound, type VoteReads } from '../ballot/context-usecases.ts'
import { BALLOT_PERMISSIONS, type Ballot, type BallotResult, checkOpen, stageOf } from '../ballot/domain.ts'
import type { SecretUsecases } from '../secrecy/usecases.ts'
import { type CastingParts, type CastingStore, castingUsecases } from './casting-usecases.ts'
import type { ReplacedVote } from './replaced.ts'

export type VoteStore = VoteReads &
  CastingStore & {
    /** Running ballots in which the person voted before their Direction was known; at most 500. */
    readonly unplaced: (person: string, now: number) => Promise<readonly string[]>
    /** Assigns the person's vote to `direction`, unless it has one. */
    readonly place: (id: string, person: string, direction: string) => Promise<void>
  }

type Parts = Omit<CastingParts, 'votes'> & {
  readonly votes: (tx: Tx) => VoteStore
  readonly read: Transact
  readonly audience: Pick<AudienceUsecases, 'addressed' | 'checkCalled'>
  readonly context: Pick<BallotContext, 'resultIn' | 'chosenIn'>
  readonly secrets: Pick<SecretUsecases, 'cast' | 'unplaced' | 'place'>
}

/** The ballot after a vote; `replaced`: the choice that the person had given before. */
export type VoteCast = BallotResult & ReplacedVote

export type VoteUsecases = ReturnType<typeof voteUsecases>

/** Casts a vote, open or secret, or changes it. */
export function voteUsecases(parts: Parts) {
  const { store, votes, transact, read, clock, secrets } = parts
  const { addressed, checkCalled } = parts.audience
  const { chosenIn } = parts.context
  const cast = castingUsecases(parts)

  /** Who has voted in it before, of those who ask together. */
  const gatheredVoters = gather(read, async (tx, viewers: readonly Viewer[], id) => {
    const ballot = requireFound(await store(tx).find(id))
    const voted: PromiseSettledResult<readonly [Ballot, boolean]>[] = []
    for (const { actor } of viewers) voted.push(done([ballot, (await chosenIn(tx, actor.id, [id])).has(id)]))
    return voted
  })

  /**
   * Checks eligibility before the transaction: other features decide it, and the audience is fixed once the ballot is
   * open.
   */
  async function checkVoter(viewer: Viewer, id: string): Promise<void> {
    const [ballot, voted] = await gatheredVoters(viewer, id)
    checkOpen(ballot, clock.now())
    await checkCalled(ballot.audience, viewer, voted)
  }

  async function vote(viewer: Viewer, id: string, tried: VoteChoice): Promise<VoteCast> {
    const { actor } = viewer
    const first = await cast({ actor, tried, called: false }, id)
    if (first) return addressed(first, viewer)
    await checkVoter(viewer, id)
    return addressed(requireFound(await cast({ actor, tried, called: true }, id)), viewer)
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
