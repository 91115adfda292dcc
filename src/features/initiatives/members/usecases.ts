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

/** Milliseconds, `from` exclusive. */
type JoiningSpan = { readonly from: number; readonly until: number }

export type InitiativeMemberStore = {
  readonly leave: (id: string, person: string) => Promise<void>
  readonly isMember: (id: string, person: string) => Promise<boolean>
  readonly joinedBetween: (id: string, span: JoiningSpan, limit: number) => Promise<readonly string[]>
  /** Join time up to which the owner was notified: milliseconds. */
  readonly notifiedUntil: (id: string) => Promise<number>
  readonly setNotifiedUntil: (id: string, until: number) => Promise<void>
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
  readonly ideas: Pick<IdeaUsecases, 'posted' | 'notifyFollowers'>
}

export type MemberUsecases = ReturnType<typeof memberUsecases>

/** Delay that groups new members into one notification to the owner. */
const GATHERED = 4 * HOUR
/** Limit of members notified that it looks for an owner, besides the idea's author and supporters. */
const RECIPIENTS = 100
/** Names of new members in one notification. */
const NEWCOMERS = 5

/** Members of an initiative, and its owner. */
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

  /** It has no owner any more: notifies those concerned, without former members. */
  async function release(tx: Tx, actor: Actor, id: string): Promise<void> {
    await initiatives(tx).setOwner(id, undefined)
    const also = await membership(tx).members(id, RECIPIENTS)
    const step = { step: 'released', occasion: clock.now(), unnamed: actor.id, also } as const
    await ideas.notifyFollowers(tx, { ...step, idea: id, teller: 'initiatives' })
  }

  return {
    /** Sets whether `actor` is a member. Idempotent. An owner who leaves gives it up. @throws Refusal `gone` */
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
     * Hands it over to a member; the former owner remains a member.
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
          subject: { idea: id, step: 'handed-over', atOnce: 1 },
          by: 'initiatives',
        })
      })
      return context.seenOne(actor, id)
    },

    /** Notifies the owner of new members since the last notification. */
    tellJoined: (id: string): Promise<void> =>
      context.withHeld(id, async (tx, { owner }) => {
        const span = { from: await store(tx).notifiedUntil(id), until: clock.now() }
        const newcomers = await store(tx).joinedBetween(id, span, NEWCOMERS)
        await store(tx).setNotifiedUntil(id, span.until)
        if (owner === undefined || newcomers.every(person => person === owner)) return
        await messages.tell(tx, {
          person: owner,
          topic: 'idea-answered',
          reason: `idea:${id}:joined:${span.until}`,
          subject: { idea: id, step: 'joined', ...span },
          by: 'initiatives',
        })
      }),

    /** Notifies the owner of an inspired idea, unless `by` is themselves. */
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

    /** Notifies the owner that its idea was hidden, unless they are the author, who is notified anyway. */
    async tellHidden(id: string): Promise<void> {
      const idea = await ideas.posted(id)
      if (!idea?.hidden) return
      const reason = `idea:${id}:initiative-hidden:${idea.hidden.at}`
      const { author, hidden } = idea
      await transact(async tx => {
        const owner = (await initiatives(tx).find(id))?.owner
        if (owner === undefined || owner === author || owner === hidden?.by) return
        const subject = { idea: id, step: 'hidden', atOnce: 1 }
        await messages.tell(tx, {
          person: owner,
          topic: 'idea-answered',
          reason,
          subject,
          by: 'initiatives',
        })
      })
    },

    /** Names of people who joined in the span and are still members, without `except`; at most 5. */
    async newcomers(id: string, span: JoiningSpan, except: string): Promise<readonly string[]> {
      const found = await read(tx => store(tx).joinedBetween(id, span, NEWCOMERS + 1))
      const names = await people.names(found)
      const named = found.filter(person => person !== except).map(person => names.get(person) ?? '')
      return named.filter(name => name !== '').slice(0, NEWCOMERS)
    },
  }
}
