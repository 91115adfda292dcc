import { keyedHash } from '../../../kernel/crypto/signature.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { SecretUsecases } from './usecases.ts'

export type VoterErasureStore = {
  /** What names the person's account in the directory. */
  readonly accountOf: (person: string) => Promise<string | undefined>
  /** Ballots that are not secret, end after `now` and in which the person voted. */
  readonly votedIn: (person: string, now: number) => Promise<readonly string[]>
  readonly addMark: (ballot: string, mark: string) => Promise<void>
  /** Whether anybody who voted in it was erased since. */
  readonly hasMarks: (ballot: string) => Promise<boolean>
  readonly isMarked: (ballot: string, mark: string) => Promise<boolean>
}

type Parts = {
  readonly marks: (tx: Tx) => VoterErasureStore
  readonly secrets: Pick<SecretUsecases, 'leaveRolls'>
  readonly clock: Clock
  /** Keys the marks. */
  readonly linkSecret: string
}

export type VoterErasureUsecases = ReturnType<typeof voterErasureUsecases>

/** Erasure of a voter: a keyed mark stays in each running ballot, so that nobody votes again after coming back. */
export function voterErasureUsecases({ marks, secrets, clock, linkSecret }: Parts) {
  const markOf = (ballot: string, account: string) =>
    keyedHash(linkSecret, 'ballots.mark', `${ballot} ${account}`)

  return {
    /**
     * Before the person's row goes: in each ballot that runs a keyed hash of their account stays until it ends, which
     * says that it voted and not which vote is theirs.
     */
    async leave(tx: Tx, person: string): Promise<void> {
      const account = await marks(tx).accountOf(person)
      for (const ballot of account ? await marks(tx).votedIn(person, clock.now()) : [])
        await marks(tx).addMark(ballot, markOf(ballot, account ?? ''))
      await secrets.leaveRolls(tx, person)
    },

    /** Asked of somebody's first vote. @throws Refusal `ballot-voted-before` to whom voted before an erasure */
    async checkFirst(tx: Tx, ballot: string, person: string): Promise<void> {
      if (!(await marks(tx).hasMarks(ballot))) return
      const account = await marks(tx).accountOf(person)
      if (account && (await marks(tx).isMarked(ballot, markOf(ballot, account))))
        throw new Refusal('ballot-voted-before')
    },
  }
}
