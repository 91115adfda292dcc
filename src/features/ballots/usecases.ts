import type { Actor } from '../../kernel/actor.ts'
import { type Clock, DAY } from '../../kernel/clock.ts'
import { type Cursor, cursorText, pageOf, parseCursor } from '../../kernel/cursor.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Once, OnceKey } from '../../kernel/once.ts'
import type { Note } from '../../kernel/outbox.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import type { Channel, ChannelUsecases } from '../channels/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import {
  type Ballot,
  type BallotResult,
  type BallotSeen,
  checkChoice,
  checkOpen,
  type Draft,
  type DraftOption,
  draftOf,
  PERMISSIONS,
  SUPPORT_FROM,
  stageOf,
  type Typed,
} from './domain.ts'

export type Choice = { readonly option: string; readonly direction: string | undefined }
export type Vote = Choice & { readonly ballot: string; readonly person: string; readonly at: number }

/** Ballots by end. `after`: from just beyond it. */
export type BallotPage = { readonly now: number; readonly limit: number; readonly after?: Cursor }

export type BallotStore = {
  readonly add: (ballot: Ballot) => Promise<void>
  readonly find: (id: string) => Promise<Ballot | undefined>
  /** Like `find`; nobody else votes in it or closes it until the transaction ends. */
  readonly lock: (id: string) => Promise<Ballot | undefined>
  readonly endAt: (id: string, closesAt: number) => Promise<void>
  /** The person's votes in those of `ballots` they voted in. */
  readonly choices: (person: string, ballots: readonly string[]) => Promise<ReadonlyMap<string, Choice>>
  readonly putVote: (vote: Vote) => Promise<void>
  /** Ballots that run in which the person voted while their Direction was not known; at most 500. */
  readonly unplaced: (person: string, now: number) => Promise<readonly string[]>
  /** Puts the person's vote under `direction`, unless it stands under one. */
  readonly place: (id: string, person: string, direction: string) => Promise<void>
  /** Counts again the votes that stand beside the ballot and its options. */
  readonly recount: (id: string) => Promise<void>
  /** By option, how many Directions gave it `from` votes or more. */
  readonly directions: (id: string, from: number) => Promise<ReadonlyMap<string, number>>
  /** Those that run, the next to end first. */
  readonly running: (page: BallotPage) => Promise<readonly Ballot[]>
  /** Those that ended after `since`, the last first. */
  readonly ended: (page: BallotPage & { readonly since: number }) => Promise<readonly Ballot[]>
}

type Parts = {
  readonly store: (tx: Tx) => BallotStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly clock: Clock
  readonly ids: Ids
  readonly channels: Pick<ChannelUsecases, 'find'>
  readonly ideas: Pick<IdeaUsecases, 'byIds'>
}

export type BallotUsecases = ReturnType<typeof ballotUsecases>

/** How long a result stays in the list of a tab. */
const REMEMBERED = 30 * DAY

/** @throws Refusal `gone` */
function standing<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}

export function ballotUsecases(parts: Parts) {
  const { store, transact, read, once, note, clock, ids, channels, ideas } = parts

  function seen(ballot: Ballot, mine: string | undefined): BallotSeen {
    const stage = stageOf(ballot, clock.now())
    return { ...ballot, stage, ...(mine !== undefined && { mine }) }
  }

  async function resultIn(tx: Tx, ballot: Ballot, mine: string | undefined): Promise<BallotResult> {
    const view = seen(ballot, mine)
    const ended = view.stage === 'closed'
    const directions = ended ? await store(tx).directions(ballot.id, SUPPORT_FROM) : new Map<string, number>()
    return { ...view, directions }
  }

  async function foundIn(tx: Tx, person: string, id: string): Promise<BallotResult> {
    const ballot = standing(await store(tx).find(id))
    return resultIn(tx, ballot, (await store(tx).choices(person, [id])).get(id)?.option)
  }

  /** The card in the channel shows the turn-out, then the result: it is drawn again when this comes true. */
  function changed(tx: Tx, ballot: string): Promise<void> {
    return note(tx, { kind: 'ballots.changed', payload: { ballot }, mergeKey: `ballots:${ballot}` })
  }

  async function begin(tx: Tx, ballot: Ballot): Promise<void> {
    const { id, closesAt } = ballot
    await store(tx).add(ballot)
    await changed(tx, id)
    const mergeKey = `ballots:${id}:end`
    await note(tx, { kind: 'ballots.due', payload: { ballot: id }, dueAt: closesAt, mergeKey })
  }

  async function optionsOf(chosen: readonly string[]): Promise<readonly DraftOption[]> {
    const found = await ideas.byIds(chosen)
    if (found.length < chosen.length) throw new Refusal('idea-gone')
    return found.map(({ id, text, axis }) => ({ title: text, idea: id, ...(axis !== undefined && { axis }) }))
  }

  async function check(actor: Actor, typed: Typed): Promise<{ draft: Draft; channel: Channel }> {
    permit(PERMISSIONS.open, actor.role)
    const chosen = await optionsOf([...new Set(typed.ideas)])
    const draft = draftOf({ ...typed, ideas: chosen }, clock.now())
    return { draft, channel: await channels.find(draft.channel) }
  }

  function ballotOf(actor: Actor, draft: Draft): Ballot {
    const options = draft.options.map(option => ({ ...option, id: ids.next(), votes: 0 }))
    return { ...draft, options, id: ids.next(), organiser: actor.id, votes: 0, createdAt: clock.now() }
  }

  async function seenBy(tx: Tx, actor: Actor, ballots: readonly Ballot[]): Promise<readonly BallotSeen[]> {
    const shown = ballots.map(({ id }) => id)
    const choices = await store(tx).choices(actor.id, shown)
    return ballots.map(ballot => seen(ballot, choices.get(ballot.id)?.option))
  }

  const placed = (ballots: readonly Ballot[]) => ballots.map(ballot => ({ ...ballot, at: ballot.closesAt }))

  return {
    /**
     * What would be opened, and where.
     * @throws Refusal of `draftOf`, and `role-needed`, `idea-gone`, `channel-gone`
     */
    check,

    /** Opens a ballot, once for all `keys`. @throws Refusal as `check` does */
    async open(actor: Actor, typed: Typed, keys: readonly OnceKey[]): Promise<BallotResult> {
      const { draft } = await check(actor, typed)
      const ballot = ballotOf(actor, draft)
      return transact(async tx => {
        const id = await once(tx, keys, ballot.id)
        if (id === ballot.id) await begin(tx, ballot)
        return foundIn(tx, actor.id, id)
      })
    },

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

    /** @throws Refusal `gone` */
    show(actor: Actor, id: string): Promise<BallotResult> {
      permit(PERMISSIONS.read, actor.role)
      return read(tx => foundIn(tx, actor.id, id))
    },

    /** Brings the end forward to now; an ended ballot stays as it is. @throws Refusal `role-needed`, `gone` */
    close(actor: Actor, id: string): Promise<BallotResult> {
      permit(PERMISSIONS.close, actor.role)
      return transact(async tx => {
        const ballot = standing(await store(tx).lock(id))
        if (stageOf(ballot, clock.now()) === 'open') {
          await store(tx).endAt(id, clock.now())
          await changed(tx, id)
        }
        return foundIn(tx, actor.id, id)
      })
    },

    /** Those that run, the next to end first. `after`: what the page before gave as `next`. */
    async running(actor: Actor, limit: number, after?: string) {
      permit(PERMISSIONS.read, actor.role)
      const from = after === undefined ? {} : { after: parseCursor(after) }
      return read(async tx => {
        const found = await store(tx).running({ ...from, now: clock.now(), limit: limit + 1 })
        const { items, ...next } = pageOf(placed(found), limit)
        return { items: await seenBy(tx, actor, items), ...next }
      })
    },

    /** Those that run, then those that ended in the last 30 days, the last first. */
    async agenda(actor: Actor, limit: number, after?: string) {
      permit(PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      return read(async tx => {
        const now = clock.now()
        // A cursor is the end of a ballot: those that run lie ahead of now, the others behind.
        const ahead = from === undefined || from.at > now
        const page = { now, limit: limit + 1, ...(from && { after: from }) }
        const running = ahead ? await store(tx).running(page) : []
        const room = limit + 1 - running.length
        const behind = { now, limit: room, since: now - REMEMBERED, ...(from && !ahead && { after: from }) }
        const ended = room > 0 ? await store(tx).ended(behind) : []
        const { items } = pageOf(placed([...running, ...ended]), limit)
        const last = items.at(-1)
        const more = running.length + ended.length > limit && last
        return { items: await seenBy(tx, actor, items), ...(more && { next: cursorText(last) }) }
      })
    },

    /** What everybody in a channel sees, or nothing when it is gone. */
    async posted(id: string): Promise<BallotResult | undefined> {
      return read(async tx => {
        const found = await store(tx).find(id)
        return found && resultIn(tx, found, undefined)
      })
    },
  }
}
