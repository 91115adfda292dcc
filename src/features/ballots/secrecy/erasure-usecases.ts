import { keyedHash } from '../../../kernel/crypto/signature.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { SecretUsecases } from './usecases.ts'

export type VoterErasureStore = {
  /** The person's account in the directory (tenant and object id). */
  readonly accountOf: (person: string) => Promise<string | undefined>
  /** Ballots that are not secret, end after `now` and in which the person voted. */
  readonly votedIn: (person: string, now: number) => Promise<readonly string[]>
  readonly addMark: (ballot: string, mark: string) => Promise<void>
  /** Whether any of its voters was erased since. */
  readonly hasMarks: (ballot: string) => Promise<boolean>
  readonly isMarked: (ballot: string, mark: string) => Promise<boolean>
}

type Parts = {
  readonly marks: (tx: Tx) => VoterErasureStore
  readonly secrets: Pick<SecretUsecases, 'leaveRolls'>
  readonly clock: Clock
  /** HMAC key of the marks. */
  readonly linkSecret: string
}

export type VoterErasureUsecases = ReturnType<typeof voterErasureUsecases>

/** Erasure of a voter: a keyed mark stays in each running ballot, so that nobody votes again after coming back. */
export function voterErasureUsecases({ marks, secrets, clock, linkSecret }: Parts) {
  const markOf = (ballot: string, account: string) =>
    keyedHash(linkSecret, 'ballots.mark', `${ballot} ${account}`)

  return {
    /**
     * Before the person's row is deleted: each running ballot keeps a keyed hash of their account until it ends, which
     * says that the account voted and not which vote is theirs.
     */
    async leave(tx: Tx, person: string): Promise<void> {
      const account = await marks(tx).accountOf(person)
      for (const ballot of account ? await marks(tx).votedIn(person, clock.now()) : [])
        await marks(tx).addMark(ballot, markOf(ballot, account ?? ''))
      await secrets.leaveRolls(tx, person)
    },

    /** Those of `people`, who have no vote in the ballot, who voted in it before an erasure. */
    async votedBefore(tx: Tx, ballot: string, people: readonly string[]): Promise<ReadonlySet<string>> {
      if (people.length === 0 || !(await marks(tx).hasMarks(ballot))) return new Set()
      const marked = new Set<string>()
      for (const person of people) {
        const account = await marks(tx).accountOf(person)
        if (account && (await marks(tx).isMarked(ballot, markOf(ballot, account)))) marked.add(person)
      }
      return marked
    },
  }
}
