import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { done, gather, settle } from '../../../kernel/storage/gathering.ts'
import type { Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import { choiceOf, type GivenVote, type Vote, type VoteChoice } from '../ballot/choice.ts'
import { type BallotContext, type BallotStore, requireFound } from '../ballot/context-usecases.ts'
import { type Ballot, checkOpen, type ResultNow } from '../ballot/domain.ts'
import { SEALED } from '../ballot/secret-rules.ts'
import type { VoterErasureUsecases } from '../secrecy/erasure-usecases.ts'
import type { SecretUsecases } from '../secrecy/usecases.ts'
import { type ReplacedVote, replacedVotes } from './replaced.ts'
import { type CountedVote, tallyVotes } from './tally.ts'

export type CastingStore = {
  /** What each of `people` gave in the ballot. */
  readonly given: (ballot: string, people: readonly string[]) => Promise<ReadonlyMap<string, GivenVote>>
  /** One vote of each person at most; `given`: who has one in it already, which is replaced. */
  readonly putVotes: (
    ballot: string,
    votes: readonly Vote[],
    given: { readonly has: (person: string) => boolean },
  ) => Promise<void>
  /** Stores the totals of a locked ballot that differ from `before`. */
  readonly putTotals: (before: Ballot, now: Ballot) => Promise<void>
}

export type CastingParts = {
  readonly store: (tx: Tx) => Pick<BallotStore, 'find' | 'lock'>
  readonly votes: (tx: Tx) => CastingStore
  readonly transact: Transact
  readonly once: Once
  readonly clock: Clock
  readonly tookPart: PeopleUsecases['tookPart']
  readonly context: Pick<BallotContext, 'resultIn'>
  readonly secrets: Pick<SecretUsecases, 'cast'>
  /** Absent where nobody was ever erased. */
  readonly votedBefore?: VoterErasureUsecases['votedBefore']
}

/** `called`: whether it was checked that the ballot is put to that person. */
type Ask = { readonly actor: Actor; readonly tried: VoteChoice; readonly called: boolean }
/** Undefined, and nothing done, where eligibility has to be checked first. */
type Cast = (ResultNow & ReplacedVote) | undefined
type Settled = PromiseSettledResult<Cast>

/**
 * Casts the votes of one ballot that arrive together in one transaction. Each has their own refusal and hears of the totals just
 * after their vote.
 */
export function castingUsecases(parts: CastingParts): (ask: Ask, ballot: string) => Promise<Cast> {
  const { store, votes, transact, clock, tookPart, secrets, votedBefore } = parts
  const { resultIn } = parts.context
  const { noted, recalled } = replacedVotes(parts.once)

  /** @throws Refusal of `checkOpen` and `choiceOf` */
  function voteOf(ballot: Ballot, { actor, tried, called }: Ask): Vote | undefined {
    checkOpen(ballot, clock.now())
    if (!called && ballot.audience.kind !== 'everybody') return undefined
    const { id: person, direction } = actor
    return { ballot: ballot.id, person, direction, choice: choiceOf(ballot, tried), at: clock.now() }
  }

  async function told(tx: Tx, counted: CountedVote<Ballot>): Promise<ResultNow & ReplacedVote> {
    const { vote, before, change, ballot } = counted
    const result = await resultIn(tx, ballot, vote.choice)
    if (change === 'choice') return { ...result, ...(await noted(tx, ballot, vote, before)) }
    if (change === 'none' && before) return { ...result, ...(await recalled(tx, ballot, vote, before)) }
    return result
  }

  /** Stores open votes, the last of each person, and moves the tally by what changed. `ballot`: locked. */
  async function voteOpenly(tx: Tx, ballot: Ballot, cast: readonly Vote[]): Promise<readonly Settled[]> {
    const people = [...new Set(cast.map(({ person }) => person))].sort()
    const given = await votes(tx).given(ballot.id, people)
    const first = people.filter(person => !given.has(person))
    const refused = (await votedBefore?.(tx, ballot.id, first)) ?? new Set()
    const counted = tallyVotes(
      ballot,
      given,
      cast.filter(({ person }) => !refused.has(person)),
    )
    const changed = counted.filter(({ change }) => change !== 'none')
    const last = new Map(changed.map(({ vote }) => [vote.person, vote]))
    await votes(tx).putVotes(ballot.id, [...last.values()], given)
    await tookPart(tx, ...first.filter(person => !refused.has(person)))
    await votes(tx).putTotals(ballot, counted.at(-1)?.ballot ?? ballot)
    const results = counted.values()
    const settled: Settled[] = []
    for (const { person } of cast) {
      const next = refused.has(person) ? undefined : results.next().value
      if (next) settled.push(done(await told(tx, next)))
      else settled.push({ status: 'rejected', reason: new Refusal('ballot-voted-before') })
    }
    return settled
  }

  /** Sealed anew every time: a changed vote must not be distinguishable. One by one: each has its own envelope. */
  async function voteSecretly(tx: Tx, ballot: Ballot, cast: readonly Vote[]): Promise<readonly Settled[]> {
    const settled: Settled[] = []
    for (const vote of cast)
      settled.push(
        await settle(async () => {
          await secrets.cast(tx, ballot, vote)
          await tookPart(tx, vote.person)
          return resultIn(tx, requireFound(await store(tx).find(ballot.id)), SEALED)
        }),
      )
    return settled
  }

  return gather(transact, async (tx, asks: readonly Ask[], id) => {
    const ballot = await store(tx).lock(id)
    const checked = await Promise.all(asks.map(ask => settle(() => voteOf(requireFound(ballot), ask))))
    const cast = checked.flatMap(each => (each.status === 'fulfilled' ? (each.value ?? []) : []))
    if (!ballot || cast.length === 0) return checked.map(withoutVote)
    const settled = (await (ballot.secret ? voteSecretly : voteOpenly)(tx, ballot, cast)).values()
    return checked.map(each =>
      each.status === 'fulfilled' && each.value
        ? (settled.next().value ?? withoutVote(each))
        : withoutVote(each),
    )
  })
}

function withoutVote(checked: PromiseSettledResult<unknown>): Settled {
  return checked.status === 'rejected' ? checked : done(undefined)
}
