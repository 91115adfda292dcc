import type { Actor } from '../../kernel/actor.ts'
import { permit } from '../../kernel/permission.ts'
import { type BallotResult, checkChoice, checkOpen, PERMISSIONS, stageOf } from './domain.ts'
import { type BallotGround, type BallotParts, standing } from './ground-usecases.ts'

export function voteUsecases(parts: BallotParts, { resultIn, changed }: BallotGround) {
  const { store, transact, read, clock, people } = parts
  return {
    /**
     * Makes `choice` the person's vote, in place of the one before: saying it twice changes nothing.
     * @throws Refusal `role-needed`, `gone`, `ballot-closed`, `choice-missing`, `option-unknown`
     */
    vote(actor: Actor, id: string, choice: string): Promise<BallotResult> {
      permit(PERMISSIONS.vote, actor.role)
      return transact(async tx => {
        const ballots = store(tx)
        const ballot = standing(await ballots.lock(id))
        checkOpen(ballot, clock.now())
        checkChoice(ballot, choice)
        const before = (await ballots.choices(actor.id, [id])).get(id)
        const { id: person, direction = before?.direction } = actor
        if (before?.option === choice && before.direction === direction) return resultIn(tx, ballot, choice)
        await ballots.putVote({ ballot: id, person, option: choice, direction, at: clock.now() })
        if (before?.option === choice) return resultIn(tx, ballot, choice)
        if (!before) await people.tookPart(tx, person)
        await ballots.recount(id)
        const now = standing(await ballots.find(id))
        if (now.votes !== ballot.votes) await changed(tx, id)
        return resultIn(tx, now, choice)
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
