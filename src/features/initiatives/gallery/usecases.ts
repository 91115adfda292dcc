import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type HeldWords, nearBeginnings } from '../../../search/near.ts'
import { beginningsOf } from '../../../search/words.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { InitiativeContext, InitiativeStore, MembershipStore } from '../initiative/context-usecases.ts'
import {
  INITIATIVE_PERMISSIONS,
  type Initiative,
  type InitiativeListed,
  type InitiativeMember,
  type InitiativeNamed,
  type InitiativeSeen,
  type InitiativeTrialState,
  type Lineage,
  type SheetSeen,
  type SheetTrial,
  type TrialOnSheet,
  type TrialWords,
} from '../initiative/domain.ts'
import { mayHandOver } from '../members/domain.ts'

export type GalleryListing = {
  /** `across`: by support across Directions, as ranked this morning. */
  readonly sort: 'new' | 'supported' | 'across'
  readonly axis?: string
  readonly direction?: string
  /** Direction of its idea, or of one of its members. */
  readonly place?: string
  /** What became of its trial. */
  readonly trial?: InitiativeTrialState
  /** A member's id. */
  readonly member?: string
  /** Word prefixes. */
  readonly beginnings?: readonly string[]
}

export type GalleryStore = {
  /** In the search index. */
  readonly held: HeldWords
  /**
   * Ids in order, each with its sort key (time, supports or step), from just after `after`; without those whose idea cannot
   * be seen.
   */
  readonly ranked: (listing: GalleryListing, limit: number, after?: Cursor) => Promise<readonly Cursor[]>
}

type GalleryQuery = Omit<GalleryListing, 'member' | 'beginnings'> & {
  /** Only those where the actor is a member. */
  readonly mine?: boolean
  /** Search text, as typed. */
  readonly text?: string
}

type Parts = {
  readonly store: (tx: Tx) => GalleryStore
  readonly initiatives: (tx: Tx) => Pick<InitiativeStore, 'find' | 'byIds'>
  readonly membership: (tx: Tx) => Pick<MembershipStore, 'members'>
  readonly context: Pick<InitiativeContext, 'seen' | 'seenOne'>
  readonly read: Transact
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly ideas: Pick<IdeaUsecases, 'posted'>
  readonly trials: Pick<TrialWords, 'whys' | 'testers' | 'hypothesis'>
  readonly lineageOf: (actor: Actor, initiative: InitiativeSeen) => Promise<Lineage>
  readonly trialOf: TrialOnSheet
}

export type GalleryUsecases = ReturnType<typeof galleryUsecases>

/** What everybody in a channel sees. `gone`: its idea cannot be seen. */
type PostedInitiative = {
  readonly initiative: InitiativeNamed
  readonly tried?: SheetTrial
  readonly gone: boolean
}

/** Limit of names on a sheet, and of related initiatives. */
const NAMES = 50
const OTHERS = 3
const LATELY = 50

/** The gallery of initiatives, and the sheet of one. */
export function galleryUsecases(parts: Parts) {
  const { store, initiatives, membership, context, read, people, ideas, trials, trialOf, lineageOf } = parts

  /** Names of the members, the owner first; without erased people. */
  async function membersOf({ id, owner }: Initiative): Promise<readonly InitiativeMember[]> {
    const found = await read(tx => membership(tx).members(id, NAMES))
    const names = await people.names([...new Set([...(owner === undefined ? [] : [owner]), ...found])])
    const ordered = [...new Set([...(owner === undefined ? [] : [owner]), ...found])].slice(0, NAMES)
    return ordered.flatMap(person => {
      const name = names.get(person) ?? ''
      return name === '' ? [] : [{ id: person, name }]
    })
  }

  /** The actor's view of each, in the order of `places`. */
  async function shown(actor: Actor, places: readonly Pick<Cursor, 'id'>[]) {
    const ids = places.map(({ id }) => id)
    const found = new Map((await read(tx => initiatives(tx).byIds(ids))).map(each => [each.id, each]))
    return context.seen(
      actor,
      ids.flatMap(id => found.get(id) ?? []),
    )
  }

  /** Related initiatives: of its axis first, the most supported of each. */
  async function othersOf(actor: Actor, id: string, axis: string | undefined) {
    const near = await read(async tx => {
      const first = (listing: GalleryListing) => store(tx).ranked(listing, OTHERS + 1)
      const same = axis === undefined ? [] : await first({ sort: 'supported', axis })
      return [...same, ...(await first({ sort: 'supported' }))]
    })
    const others = new Set(near.map(place => place.id).filter(other => other !== id))
    return shown(
      actor,
      [...others].slice(0, OTHERS).map(other => ({ id: other })),
    )
  }

  /** Each that was stopped with why, each on trial with how many try it. */
  async function withTrials(found: readonly InitiativeSeen[]): Promise<readonly InitiativeListed[]> {
    const those = (state: InitiativeTrialState) =>
      found.flatMap(({ id, trial }) => (trial === state ? [id] : []))
    const [stopped, running] = [those('stopped'), those('running')]
    const whys = stopped.length > 0 ? await trials.whys(stopped) : new Map<string, string>()
    const tried = running.length > 0 ? await trials.testers(running) : new Map<string, number>()
    return found.map(each => {
      const why = whys.get(each.id)
      const on = running.includes(each.id)
      return { ...each, ...(why !== undefined && { why }), ...(on && { testers: tried.get(each.id) ?? 0 }) }
    })
  }

  /** `near`: of words that nobody wrote, those one slip away. */
  async function foundIn(tx: Tx, wanted: GalleryListing, limit: number, after: Cursor | undefined) {
    const { beginnings = [] } = wanted
    const places = await store(tx).ranked(wanted, limit, after)
    const near = places.length > 0 ? undefined : await nearBeginnings(beginnings, store(tx).held)
    if (!near) return { places, near: false }
    return { places: await store(tx).ranked({ ...wanted, beginnings: near }, limit, after), near: true }
  }

  return {
    /** A page of the gallery, forgiving a slip in the words. `after`: what the page before gave as `next`. @throws Refusal `malformed` */
    async list(actor: Actor, { mine, text = '', ...listing }: GalleryQuery, limit: number, after?: string) {
      permit(INITIATIVE_PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const wanted: GalleryListing = {
        ...listing,
        ...(mine === true && { member: actor.id }),
        beginnings: beginningsOf(text),
      }
      const { places, near } = await read(tx => foundIn(tx, wanted, limit + 1, from))
      const { items, ...rest } = pageOf(places, limit)
      return {
        items: await withTrials(await shown(actor, items)),
        ...rest,
        ...(near && { near: true as const }),
      }
    },

    /** Ids of the newest 50. */
    lately: async (): Promise<readonly string[]> =>
      (await read(tx => store(tx).ranked({ sort: 'new' }, LATELY))).map(({ id }) => id),

    /** What everybody in a channel sees; undefined where there is none. */
    async posted(id: string): Promise<PostedInitiative | undefined> {
      const found = await read(tx => initiatives(tx).find(id))
      const idea = found && (await ideas.posted(id))
      if (!found || !idea) return undefined
      const { owner = '' } = found
      const [names, tried] = await Promise.all([people.names([owner]), trialOf(found)])
      return {
        initiative: { ...found, idea, ownerName: names.get(owner) ?? '' },
        ...(tried && { tried }),
        gone: idea.state !== 'initiative' || idea.hidden !== undefined,
      }
    },

    /** @throws Refusal `gone` */
    async sheet(actor: Actor, id: string): Promise<SheetSeen> {
      permit(INITIATIVE_PERMISSIONS.read, actor.role)
      const seen = await context.seenOne(actor, id)
      const [members, others, lineage, hypothesis, tried] = await Promise.all([
        membersOf(seen),
        othersOf(actor, id, seen.idea.axis),
        lineageOf(actor, seen),
        seen.trial === undefined ? undefined : trials.hypothesis(id),
        trialOf(seen, actor),
      ])
      return {
        ...seen,
        names: members.map(({ name }) => name),
        heirs: mayHandOver(seen, actor) ? members.filter(member => member.id !== seen.owner) : [],
        others,
        lineage,
        ...(hypothesis && { hypothesis }),
        mayCarry: seen.owner === undefined && may(INITIATIVE_PERMISSIONS.carry, actor.role),
        ...(tried && { tried }),
      }
    },
  }
}
