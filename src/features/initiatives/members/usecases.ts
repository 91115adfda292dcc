import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, HOUR } from '../../../kernel/time/clock.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { InitiativeContext, InitiativeStore, MembershipStore } from '../initiative/context-usecases.ts'
import { INITIATIVE_PERMISSIONS, type InitiativeSeen } from '../initiative/domain.ts'
import { MEMBER_PERMISSIONS, permitHandOver } from './domain.ts'

/** Milliseconds, the first left out. */
type JoiningSpan = { readonly from: number; readonly until: number }

export type InitiativeMemberStore = {
  readonly leave: (id: string, person: string) => Promise<void>
  readonly isMember: (id: string, person: string) => Promise<boolean>
  readonly joinedBetween: (id: string, span: JoiningSpan, limit: number) => Promise<readonly string[]>
  /** Until when its owner knows who joined: milliseconds. */
  readonly toldUntil: (id: string) => Promise<number>
  readonly setTold: (id: string, until: number) => Promise<void>
}

type Parts = {
  readonly store: (tx: Tx) => InitiativeMemberStore
  readonly initiatives: (tx: Tx) => Pick<InitiativeStore, 'find' | 'setOwner'>
  readonly membership: (tx: Tx) => Pick<MembershipStore, 'join' | 'recount' | 'members'>
  readonly context: Pick<InitiativeContext, 'withHeld' | 'seenOne'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly people: Pick<PeopleUsecases, 'names' | 'tookPart'>
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly ideas: Pick<IdeaUsecases, 'posted' | 'tellTouched'>
}

export type MemberUsecases = ReturnType<typeof memberUsecases>

/** An owner hears of those who join together, this long after the first of them. */
const GATHERED = 4 * HOUR
/** Members told that it looks for somebody, beside those who touched the idea. */
const TOLD = 100
/** Newcomers named to an owner at once. */
const NEWCOMERS = 5

/** Who takes part, and who carries it. */
export function memberUsecases(parts: Parts) {
  const { store, initiatives, membership, context, transact, read, note, audit, clock } = parts
  const { people, messages, ideas } = parts

  async function arrive(tx: Tx, actor: Actor, id: string, owner: string | undefined): Promise<void> {
    if (!(await membership(tx).join(id, actor.id, clock.now()))) return
    await people.tookPart(tx, actor.id)
    if (owner === undefined) return
    const dueAt = clock.now() + GATHERED
    await note(tx, {
      kind: 'initiatives.joined',
      payload: { idea: id },
      dueAt,
      mergeKey: `initiatives.joined:${id}`,
    })
  }

  /** It looks for somebody from now on: whoever touched it or takes part hears of it, and nobody who left it. */
  async function release(tx: Tx, actor: Actor, id: string): Promise<void> {
    await initiatives(tx).setOwner(id, undefined)
    const also = await membership(tx).members(id, TOLD)
    const step = { step: 'released', occasion: clock.now(), unnamed: actor.id, also } as const
    await ideas.tellTouched(tx, { ...step, idea: id, teller: 'initiatives' })
  }

  return {
    /** Has `actor` take part, or not: saying it twice changes nothing. Whoever carries it and leaves carries it no more. @throws Refusal `gone` */
    async join(actor: Actor, id: string, joined: boolean): Promise<InitiativeSeen> {
      permit(INITIATIVE_PERMISSIONS.join, actor.role)
      await context.withHeld(id, async (tx, { owner }) => {
        if (joined) await arrive(tx, actor, id, owner)
        else {
          await store(tx).leave(id, actor.id)
          if (owner === actor.id) await release(tx, actor, id)
        }
        await membership(tx).recount(id)
      })
      return context.seenOne(actor, id)
    },

    /**
     * Hands it over to somebody who takes part; whoever carried it goes on taking part.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `not-a-member`
     */
    async handOver(actor: Actor, id: string, to: string): Promise<InitiativeSeen> {
      await context.withHeld(id, async (tx, initiative) => {
        permitHandOver(initiative, actor)
        if (initiative.owner === to) return
        if (!(await store(tx).isMember(id, to))) throw new Refusal('not-a-member')
        await initiatives(tx).setOwner(id, to)
        await audit(tx, actor, MEMBER_PERMISSIONS.handOver.act, id)
        if (to === actor.id) return
        await messages.tell(tx, {
          person: to,
          topic: 'idea-answered',
          reason: `idea:${id}:handed-over:${clock.now()}`,
          subject: { idea: id, step: 'handed-over' },
          by: 'initiatives',
        })
      })
      return context.seenOne(actor, id)
    },

    /** Tells its owner of those who joined since they last heard. */
    tellJoined: (id: string): Promise<void> =>
      context.withHeld(id, async (tx, { owner }) => {
        const span = { from: await store(tx).toldUntil(id), until: clock.now() }
        const newcomers = await store(tx).joinedBetween(id, span, NEWCOMERS)
        await store(tx).setTold(id, span.until)
        if (owner === undefined || newcomers.every(person => person === owner)) return
        await messages.tell(tx, {
          person: owner,
          topic: 'idea-answered',
          reason: `idea:${id}:joined:${span.until}`,
          subject: { idea: id, step: 'joined', ...span },
          by: 'initiatives',
        })
      }),

    /** Tells its owner of an idea, `by`, that was proposed after it; not of their own. */
    async tellInspired(id: string, by: string): Promise<void> {
      const idea = await ideas.posted(by)
      await transact(async tx => {
        const owner = (await initiatives(tx).find(id))?.owner
        if (!idea || owner === undefined || owner === idea.author) return
        await messages.tell(tx, {
          person: owner,
          topic: 'idea-answered',
          reason: `idea:${id}:inspired:${by}`,
          subject: { idea: id, step: 'inspired', from: by },
          by: 'initiatives',
        })
      })
    },

    /** Tells its owner that its idea was hidden; an author hears of that anyway. */
    async tellHidden(id: string): Promise<void> {
      const idea = await ideas.posted(id)
      if (!idea?.hidden) return
      const reason = `idea:${id}:initiative-hidden:${idea.hidden.at}`
      const { author, hidden } = idea
      await transact(async tx => {
        const owner = (await initiatives(tx).find(id))?.owner
        if (owner === undefined || owner === author || owner === hidden?.by) return
        const subject = { idea: id, step: 'hidden' }
        await messages.tell(tx, {
          person: owner,
          topic: 'idea-answered',
          reason,
          subject,
          by: 'initiatives',
        })
      })
    },

    /** Names of those who joined meanwhile and still take part, but for `except`; at most 5. */
    async newcomers(id: string, span: JoiningSpan, except: string): Promise<readonly string[]> {
      const found = await read(tx => store(tx).joinedBetween(id, span, NEWCOMERS + 1))
      const names = await people.names(found)
      const named = found.filter(person => person !== except).map(person => names.get(person) ?? '')
      return named.filter(name => name !== '').slice(0, NEWCOMERS)
    },
  }
}
