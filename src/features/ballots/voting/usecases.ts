import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Looker } from '../ballot/audience-usecases.ts'
import { type Choice, choiceOf, moved, sameChoice } from '../ballot/choice.ts'
import { type BallotGround, type BallotParts, standing, type Vote } from '../ballot/context-usecases.ts'
import {
  type Ballot,
  type BallotResult,
  checkOpen,
  PERMISSIONS,
  type ResultNow,
  stageOf,
} from '../ballot/domain.ts'
import { SEALED } from '../ballot/secret-rules.ts'

export function voteUsecases(parts: BallotParts, ground: BallotGround) {
  const { store, transact, read, clock, people, secrets } = parts
  const { resultIn, addressed, checkCalled, chosenIn } = ground

  /** Writes an open vote and moves the totals: who voted is new, or what they chose. `ballot`: locked. */
  async function voteOpenly(tx: Tx, ballot: Ballot, vote: Vote): Promise<ResultNow> {
    const votes = store(tx)
    const before = (await votes.choices(vote.person, [ballot.id])).get(ballot.id)
    const direction = vote.direction ?? before?.direction
    const same = sameChoice(before?.choice, vote.choice)
    if (same && before?.direction === direction) return resultIn(tx, ballot, vote.choice)
    if (!before) await parts.leaving?.checkFirst(tx, ballot.id, vote.person)
    await votes.putVote({ ...vote, direction }, !before)
    if (same) return resultIn(tx, ballot, vote.choice)
    if (!before) await people.tookPart(tx, vote.person)
    const now = moved(ballot, before?.choice, vote.choice)
    await votes.putTotals(ballot, now)
    return resultIn(tx, now, vote.choice)
  }

  /** Always sealed anew: whether somebody changed their vote is not to be seen. */
  async function voteSecretly(tx: Tx, ballot: Ballot, vote: Vote): Promise<ResultNow> {
    await secrets.cast(tx, ballot, vote)
    await people.tookPart(tx, vote.person)
    return resultIn(tx, standing(await store(tx).find(ballot.id)), SEALED)
  }

  /** Asked before the transaction: whom a ballot asks is for others to say, and changes no more once it is open. */
  async function checkVoter(looker: Looker, id: string): Promise<void> {
    const { actor } = looker
    const [ballot, voted] = await read(async tx => {
      const found = standing(await store(tx).find(id))
      return [found, (await chosenIn(tx, actor.id, [id])).has(id)]
    })
    checkOpen(ballot, clock.now())
    await checkCalled(ballot.audience, looker, voted)
  }

  /** Undefined, and nothing done, where it has to be asked before whether the ballot asks them. */
  async function castFor(
    { actor }: Looker,
    id: string,
    tried: Choice,
    called: boolean,
  ): Promise<ResultNow | undefined> {
    return transact(async tx => {
      const ballot = standing(await store(tx).lock(id))
      checkOpen(ballot, clock.now())
      if (!called && ballot.audience.kind !== 'everybody') return undefined
      const { id: person, direction } = actor
      const vote = { ballot: id, person, direction, choice: choiceOf(ballot, tried), at: clock.now() }
      return ballot.secret ? voteSecretly(tx, ballot, vote) : voteOpenly(tx, ballot, vote)
    })
  }

  async function vote(looker: Looker, id: string, tried: Choice): Promise<BallotResult> {
    const cast = await castFor(looker, id, tried, false)
    if (cast) return addressed(cast, looker)
    await checkVoter(looker, id)
    return addressed(standing(await castFor(looker, id, tried, true)), looker)
  }

  return {
    /**
     * Makes `tried` the person's vote, in place of the one before: saying it twice changes nothing. `channel`: in which
     * it is given, if in one.
     * @throws Refusal of `choiceOf` and `checkCalled`, and `role-needed`, `gone`, `ballot-closed`, `ballot-not-open`,
     * `ballot-draft`, `ballot-sealed`, `ballot-voted-before`
     */
    vote(actor: Actor, id: string, tried: Choice, channel?: string): Promise<BallotResult> {
      permit(PERMISSIONS.vote, actor.role)
      return vote({ actor, channel }, id, tried)
    },

    /**
     * Counts what the person voted before they said their Direction under it, as long as the ballot runs. No card
     * changes: Directions are counted and shown once it has ended.
     */
    async place(person: string, direction: string): Promise<void> {
      const unplaced = await read(async tx => [
        ...(await store(tx).unplaced(person, clock.now())),
        ...(await secrets.unplaced(tx, person)),
      ])
      for (const id of unplaced) {
        await transact(async tx => {
          const ballot = standing(await store(tx).lock(id))
          if (stageOf(ballot, clock.now()) === 'closed') return
          await (ballot.secret
            ? secrets.place(tx, id, person, direction)
            : store(tx).place(id, person, direction))
        })
      }
    },
  }
}
