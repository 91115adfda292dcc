import { keyedHash } from '../../../kernel/crypto/signature.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { SecretUsecases } from './usecases.ts'

export type LeavingStore = {
  /** What names the person's account in the directory. */
  readonly accountOf: (person: string) => Promise<string | undefined>
  /** Ballots that are not secret, end after `now` and in which the person voted. */
  readonly votedIn: (person: string, now: number) => Promise<readonly string[]>
  readonly addMark: (ballot: string, mark: string) => Promise<void>
  /** Whether anybody who voted in it was erased since. */
  readonly hasMarks: (ballot: string) => Promise<boolean>
  readonly isMarked: (ballot: string, mark: string) => Promise<boolean>
}

export type LeavingParts = {
  readonly leaving: (tx: Tx) => LeavingStore
  readonly secrets: Pick<SecretUsecases, 'leaveRolls'>
  readonly clock: Clock
  /** Keys the marks. */
  readonly linkSecret: string
}

export type Leaving = ReturnType<typeof leavingUsecases>

/** What becomes of the votes of somebody who has their data erased, and of whoever comes back. */
export function leavingUsecases({ leaving, secrets, clock, linkSecret }: LeavingParts) {
  const markOf = (ballot: string, account: string) =>
    keyedHash(linkSecret, 'ballots.mark', `${ballot} ${account}`)

  return {
    /**
     * Before the person's row goes: in each ballot that runs a keyed hash of their account stays until it ends, which
     * says that it voted and not which vote is theirs.
     */
    async leave(tx: Tx, person: string): Promise<void> {
      const account = await leaving(tx).accountOf(person)
      for (const ballot of account ? await leaving(tx).votedIn(person, clock.now()) : [])
        await leaving(tx).addMark(ballot, markOf(ballot, account ?? ''))
      await secrets.leaveRolls(tx, person)
    },

    /** Asked of somebody's first vote. @throws Refusal `ballot-voted-before` to whom voted before an erasure */
    async checkFirst(tx: Tx, ballot: string, person: string): Promise<void> {
      if (!(await leaving(tx).hasMarks(ballot))) return
      const account = await leaving(tx).accountOf(person)
      if (account && (await leaving(tx).isMarked(ballot, markOf(ballot, account))))
        throw new Refusal('ballot-voted-before')
    },
  }
}
