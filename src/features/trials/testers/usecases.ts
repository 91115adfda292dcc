import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { IdempotencyKey } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { InitiativeUsecases } from '../../initiatives/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { TrialContext } from '../trial/context-usecases.ts'
import { type InitiativeTrial, undecided } from '../trial/domain.ts'
import type { SignedLine, Testing } from '../trial/seen.ts'
import { checkSigner, TESTER_PERMISSIONS } from './domain.ts'

export type TesterStore = {
  /** @returns whether they did not try it until then. `at`: milliseconds */
  readonly join: (trial: string, person: string, at: number) => Promise<boolean>
  readonly leave: (trial: string, person: string) => Promise<void>
  readonly count: (trial: string) => Promise<number>
  /** Ids of people in the order in which they came. */
  readonly first: (trial: string, limit: number) => Promise<readonly string[]>
  /** Ids of people by id, from just after `after`; '' for the first page. */
  readonly page: (trial: string, limit: number, after: string) => Promise<readonly string[]>
  /** Which of `people` try it. */
  readonly tryingAmong: (trial: string, people: readonly string[]) => Promise<ReadonlySet<string>>
  /** Those of `trials` that the person tries. */
  readonly triedAmong: (person: string, trials: readonly string[]) => Promise<ReadonlySet<string>>
}

type Parts = {
  readonly store: (tx: Tx) => TesterStore
  readonly read: Transact
  readonly clock: Clock
  readonly people: Pick<PeopleUsecases, 'names' | 'tookPart'>
  readonly ideas: Pick<IdeaUsecases, 'comment' | 'commentsFrom'>
  readonly initiatives: Pick<InitiativeUsecases, 'seenOne'>
}

export type TesterUsecases = ReturnType<typeof testerUsecases>

/** Names of one trial, and signed lines. */
const NAMES = 50
const LINES = 20

/** Who tries it, by name as members are, and what they sign. */
export function testerUsecases(parts: Parts, context: Pick<TrialContext, 'withHeld' | 'readable'>) {
  const { store, read, clock, people, ideas, initiatives } = parts

  async function testingOf(actor: Actor, { id }: InitiativeTrial): Promise<Testing> {
    const { testers, first, tried } = await read(async tx => ({
      testers: await store(tx).count(id),
      first: await store(tx).first(id, NAMES),
      tried: await store(tx).triedAmong(actor.id, [id]),
    }))
    const known = await people.names(first)
    const names = first.map(person => known.get(person) ?? '').filter(name => name !== '')
    return { testers, names, trying: tried.has(id) }
  }

  async function linesOf(actor: Actor, { id, initiative }: InitiativeTrial): Promise<readonly SignedLine[]> {
    const comments = await ideas.commentsFrom(actor, initiative, id, LINES)
    // Observers read what was said, without names.
    const nameOf = (name: string) => (actor.role === 'observer' ? '' : name)
    return comments.map(comment => ({
      id: comment.id,
      name: nameOf(comment.authorName),
      text: comment.text,
      at: comment.at,
    }))
  }

  const each =
    <T>(readOne: (actor: Actor, trial: InitiativeTrial) => Promise<T>) =>
    async (actor: Actor, trials: readonly InitiativeTrial[]): Promise<ReadonlyMap<string, T>> =>
      new Map(await Promise.all(trials.map(async trial => [trial.id, await readOne(actor, trial)] as const)))

  return {
    /** As all who read the initiative see it. */
    testing: each(testingOf),
    lines: each(linesOf),

    /** Whether they try it. */
    tries: async (person: string, trial: string): Promise<boolean> =>
      (await read(tx => store(tx).triedAmong(person, [trial]))).has(trial),

    /**
     * « J’essaie », or no longer. Idempotent. One that is decided can still be left.
     * @throws Refusal `gone`, `role-needed`, `trial-decided`
     */
    async try(actor: Actor, id: string, trying: boolean): Promise<void> {
      permit(TESTER_PERMISSIONS.try, actor.role)
      await context.withHeld(id, async (tx, { trial }) => {
        if (!trying) return store(tx).leave(id, actor.id)
        undecided(trial)
        if (await store(tx).join(id, actor.id, clock.now())) await people.tookPart(tx, actor.id)
      })
    },

    /**
     * Signs a line: a comment of its idea, once for all `keys`.
     * @throws Refusal `gone`, `role-needed`, `trial-decided`, `trial-not-trying`, `empty-text`, `too-long`
     */
    async note(actor: Actor, id: string, typed: string, keys: readonly IdempotencyKey[]): Promise<void> {
      permit(TESTER_PERMISSIONS.note, actor.role)
      const trial = undecided(await context.readable(actor, id))
      const { owner } = await initiatives.seenOne(actor, trial.initiative)
      const tried = await read(tx => store(tx).triedAmong(actor.id, [id]))
      checkSigner(actor, trial, owner, tried.has(id))
      await ideas.comment(actor, trial.initiative, typed, keys, id)
    },
  }
}
