import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { exact } from '../../kernel/personal-data/counts.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import type { BallotUsecases } from '../ballots/index.ts'
import type { InitiativeSeen, InitiativeUsecases } from '../initiatives/index.ts'
import type { Programme } from '../programme/index.ts'
import type { SaidLesson } from '../trials/index.ts'
import {
  isEmpty,
  MOST_BALLOTS,
  MOST_TITLES,
  type PublishedAxis,
  type PublishedBallot,
  type PublishedInitiative,
  type PublishedReview,
  publishedBallot,
  publishedDirection,
} from './publication.ts'
import type { ReviewUsecases } from './usecases.ts'
import { PUBLICATION_PERMISSIONS, publishedTitle, type ReviewText } from './wording.ts'
import type { WordingStore } from './wording-usecases.ts'

type Parts = {
  readonly review: Pick<ReviewUsecases, 'read'>
  readonly store: (tx: Tx) => Pick<WordingStore, 'texts' | 'titles'>
  readonly transact: Transact
  readonly read: Transact
  readonly audit: Audit
  readonly programme: Programme
  readonly zone: string
  readonly ballots: Pick<BallotUsecases, 'agenda' | 'mayLeave'>
  readonly initiatives: Pick<InitiativeUsecases, 'list'>
  /** What trials taught, re-read. */
  readonly lessons: () => Promise<readonly SaidLesson[]>
  /** Draws it in the programme's language. */
  readonly drawn: (review: PublishedReview) => string
}

/** One document, in the programme's language. `name`: ASCII letters, digits, `.` and `-` only. */
export type ReviewFile = { readonly name: string; readonly html: string }

/** Of one list at a time. */
const AT_ONCE = 50
/** Results are listed for ever (milliseconds). */
const EVER = Math.floor(Number.MAX_SAFE_INTEGER / 4)
/** Pages that are gone through at most. */
const PAGES = 40

type Page<T> = { readonly items: readonly T[]; readonly next?: string }

/** All pages of a list, up to a bound that no programme reaches. */
async function allOf<T>(page: (after?: string) => Promise<Page<T>>): Promise<readonly T[]> {
  const all: T[] = []
  let after: string | undefined
  for (let read = 0; read < PAGES; read += 1) {
    const { items, next } = await page(after)
    all.push(...items)
    if (next === undefined) break
    after = next
  }
  return all
}

export type PublicationUsecases = ReturnType<typeof publicationUsecases>

/** The review as one file, for people outside the administration. */
export function publicationUsecases(parts: Parts) {
  const { review, store, transact, read, audit, programme, zone, ballots, initiatives, drawn } = parts

  /** Initiatives whose title was re-read, by axis; the most supported first. */
  async function namedBy(actor: Actor): Promise<ReadonlyMap<string, readonly PublishedInitiative[]>> {
    const all = await allOf(after => initiatives.list(actor, { sort: 'supported' }, AT_ONCE, after))
    const named: (PublishedInitiative & { readonly axis: string })[] = []
    for (let at = 0; at < all.length && named.length < MOST_TITLES; at += AT_ONCE) {
      const page = all.slice(at, at + AT_ONCE)
      const decided = await read(tx => store(tx).titles(page.map(({ id }) => id)))
      named.push(...page.flatMap(each => namedOf(each, publishedTitle(each, decided.get(each.id)))))
    }
    return Map.groupBy(named.slice(0, MOST_TITLES), ({ axis }) => axis)
  }

  function namedOf({ phase, idea }: InitiativeSeen, title: string | undefined) {
    if (title === undefined) return []
    const axis = programme.axis(idea.axis ?? '')?.id ?? ''
    const supports = exact('supports', idea.supports)
    return [{ axis, title, phase, supports, directions: idea.directions }]
  }

  /** The newest first. */
  async function closedBallots(actor: Actor): Promise<readonly PublishedBallot[]> {
    const all = await allOf(after => ballots.agenda(actor, AT_ONCE, after, EVER))
    return all
      .filter(ballot => ballots.mayLeave(ballot) && ballot.withheld !== 'counting')
      .map(ballot => publishedBallot(ballot, programme))
  }

  async function contentFor(actor: Actor): Promise<PublishedReview> {
    const found = await review.read(actor)
    if (isEmpty(found)) throw new Refusal('review-empty')
    const texts = await read(tx => store(tx).texts())
    const named = await namedBy(actor)
    const closed = await closedBallots(actor)
    const tried = Map.groupBy(await parts.lessons(), ({ axis }) => programme.axis(axis)?.id ?? '')
    const textOf = (kind: ReviewText['kind'], axis: string) =>
      texts.find(text => text.kind === kind && text.axis === axis)?.text ?? ''
    const axes = found.axes.map(
      (figures): PublishedAxis => ({
        axis: programme.axis(figures.axis),
        figures,
        proposed: textOf('proposed', figures.axis),
        learnt: textOf('learnt', figures.axis),
        initiatives: named.get(figures.axis) ?? [],
        tried: (tried.get(figures.axis) ?? []).map(({ text, decision }) => ({ text, decision })),
      }),
    )
    const { name, organisation, headcount, phases } = programme
    return {
      at: found.at,
      programme: { name, organisation, headcount, phases },
      opening: textOf('opening', ''),
      followed: found.followed,
      ...(found.participation && { participation: found.participation }),
      axes,
      months: found.months,
      ballots: closed.slice(0, MOST_BALLOTS),
      olderBallots: Math.max(0, closed.length - MOST_BALLOTS),
      directions: found.directions.map(publishedDirection),
    }
  }

  /**
   * The file as it would be now; the journal keeps nothing of it.
   * @throws Refusal `role-needed`, `review-empty` where there is nothing to say
   */
  async function file(actor: Actor): Promise<ReviewFile> {
    permit(PUBLICATION_PERMISSIONS.prepare, actor.role)
    const content = await contentFor(actor)
    return { name: `${dateIn(content.at, zone)}-${programme.id}-bilan.html`, html: drawn(content) }
  }

  return {
    file,

    /** Makes the file, which the journal keeps. @throws Refusal as `file` does */
    async publish(actor: Actor): Promise<ReviewFile> {
      permit(PUBLICATION_PERMISSIONS.publish, actor.role)
      const made = await file(actor)
      await transact(tx => audit(tx, actor, PUBLICATION_PERMISSIONS.publish.act))
      return made
    },
  }
}
