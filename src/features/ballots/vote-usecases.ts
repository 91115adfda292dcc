import type { Actor } from '../../kernel/actor.ts'
import { permit } from '../../kernel/permission.ts'
import type { Tx } from '../../kernel/tx.ts'
import { type Choice, choiceOf, sameChoice } from './choice.ts'
import { type Ballot, type BallotResult, checkOpen, PERMISSIONS, stageOf } from './domain.ts'
import { type BallotGround, type BallotParts, standing, type Vote } from './ground-usecases.ts'

export function voteUsecases(parts: BallotParts, { resultIn, changed }: BallotGround) {
  const { store, transact, read, clock, people } = parts

  /** Writes an open vote and counts again: who voted is new, or what they chose. */
  async function voteOpenly(tx: Tx, ballot: Ballot, vote: Vote): Promise<BallotResult> {
    const votes = store(tx)
    const before = (await votes.choices(vote.person, [ballot.id])).get(ballot.id)
    const direction = vote.direction ?? before?.direction
    const same = sameChoice(before?.choice, vote.choice)
    if (same && before?.direction === direction) return resultIn(tx, ballot, vote.choice)
    await votes.putVote({ ...vote, direction })
    if (same) return resultIn(tx, ballot, vote.choice)
    if (!before) await people.tookPart(tx, vote.person)
    await votes.recount(ballot.id)
    const now = standing(await votes.find(ballot.id))
    if (now.votes !== ballot.votes) await changed(tx, ballot.id)
    return resultIn(tx, now, vote.choice)
  }

  return {
    /**
     * Makes `tried` the person's vote, in place of the one before: saying it twice changes nothing.
     * @throws Refusal of `choiceOf`, and `role-needed`, `gone`, `ballot-closed`
     */
    vote(actor: Actor, id: string, tried: Choice): Promise<BallotResult> {
      permit(PERMISSIONS.vote, actor.role)
      return transact(async tx => {
        const ballot = standing(await store(tx).lock(id))
        checkOpen(ballot, clock.now())
        const { id: person, direction } = actor
        const vote = { ballot: id, person, direction, choice: choiceOf(ballot, tried), at: clock.now() }
        return voteOpenly(tx, ballot, vote)
      })
    },

    /**
     * Counts what the person voted before they said their Direction under it, as long as the ballot runs. No card
     * changes: Directions are counted and shown once it has ended.
     */
    async place(person: string, direction: string): Promise<void> {
      for (const id of await read(tx => store(tx).unplaced(person, clock.now()))) {
        await transact(async tx => {
          const ballot = standing(await store(tx).lock(id))
          if (stageOf(ballot, clock.now()) === 'open') await store(tx).place(id, person, direction)
        })
      }
    },
  }
}
