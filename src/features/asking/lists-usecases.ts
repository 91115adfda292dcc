import type { Actor } from '../../kernel/access/actor.ts'
import { DAY } from '../../kernel/time/clock.ts'
import { type Term, termOf } from '../../search/terms.ts'
import type { BallotSeen, BallotUsecases } from '../ballots/index.ts'
import type { Commitment, CommitmentUsecases } from '../commitments/index.ts'
import type { InitiativeUsecases } from '../initiatives/index.ts'
import type { WorkshopUsecases } from '../workshops/index.ts'
import type { FoundThing, Period, Question } from './domain.ts'
import { tokensOf } from './tokens.ts'

export type ListParts = {
  readonly workshops: Pick<WorkshopUsecases, 'coming'>
  readonly ballots: Pick<BallotUsecases, 'agenda'>
  readonly initiatives: Pick<InitiativeUsecases, 'list'>
  readonly commitments: Pick<CommitmentUsecases, 'near'> & {
    readonly mine: (
      actor: Actor,
      limit: number,
    ) => Promise<{ readonly items: readonly Commitment[]; readonly next?: string }>
  }
  /** Whether the role may read commitments of colleagues. */
  readonly readsCommitments: (actor: Actor) => boolean
}

/** Of a list that is small by nature: rows looked through, the most of a page of it. */
const LOOKED_AT = 100
/** How long a ballot is found after its end, as the message extension finds it (ms). */
const RESULTS = 90 * DAY

type Listed = { readonly thing: FoundThing; readonly text: string }
type List = { readonly items: readonly Listed[]; readonly more: boolean }
export type Matching = {
  readonly things: readonly FoundThing[]
  readonly more: boolean
  readonly held: ReadonlySet<string>
}

const isWithin = (at: number, period: Period | undefined) =>
  !period || (at >= period.from && at < period.until)

/** One that was cancelled never opened. */
const wasHeld = ({ stage, opensAt, closesAt }: BallotSeen) =>
  stage !== 'closed' || (opensAt !== undefined && opensAt <= closesAt)

/** Those that share a word with the question, the most first; all of them where it has none. */
function matching({ items, more }: List, terms: readonly Term[]): Matching {
  const held = new Set<string>()
  const scored = items.map(({ thing, text }) => {
    const stems = new Set(tokensOf(text).flatMap(({ typed }) => termOf(typed).stems))
    const shared = terms.filter(term => term.stems.some(stem => stems.has(stem)))
    for (const { word } of shared) held.add(word)
    return { thing, shared: shared.length }
  })
  const found = terms.length === 0 ? scored : scored.filter(({ shared }) => shared > 0)
  const things = found.toSorted((one, other) => other.shared - one.shared).map(({ thing }) => thing)
  return { things, more, held }
}

/** Things of the other features, as each lists them to the person. */
export function listUsecases({ workshops, ballots, initiatives, commitments, readsCommitments }: ListParts) {
  async function ofWorkshops(actor: Actor, { mine, axis, period }: Question): Promise<List> {
    const { items, ...page } = await workshops.coming(actor, LOOKED_AT)
    const wanted = items.filter(
      each =>
        (axis === undefined || each.axis === axis) &&
        (mine !== true || each.mine === 'yes') &&
        isWithin(each.startsAt, period),
    )
    return {
      items: wanted.map(({ id, title, description, place, startsAt }) => ({
        thing: { kind: 'workshop', id, title, at: startsAt },
        text: `${title} ${description} ${place}`,
      })),
      more: page.next !== undefined,
    }
  }

  async function ofBallots(actor: Actor, { period }: Question): Promise<List> {
    const { items, ...page } = await ballots.agenda(actor, LOOKED_AT, undefined, RESULTS)
    return {
      items: items
        .filter(ballot => wasHeld(ballot) && isWithin(ballot.closesAt, period))
        .map(({ id, question, options, closesAt, stage }) => ({
          thing: { kind: 'ballot', id, title: question, at: closesAt, ended: stage === 'closed' },
          text: [question, ...options.map(({ title }) => title)].join(' '),
        })),
      more: page.next !== undefined,
    }
  }

  async function ofInitiatives(actor: Actor, { mine, axis, direction }: Question): Promise<List> {
    const wanted = {
      sort: 'new' as const,
      ...(mine === true && { mine }),
      ...(axis !== undefined && { axis }),
      ...(direction !== undefined && { direction }),
    }
    const { items, ...page } = await initiatives.list(actor, wanted, LOOKED_AT)
    return {
      items: items.map(({ id, title, problem, idea }) => ({
        thing: { kind: 'initiative', id, title, ...(idea.axis !== undefined && { axis: idea.axis }) },
        text: `${title} ${problem} ${idea.text}`,
      })),
      more: page.next !== undefined,
    }
  }

  async function ofCommitments(actor: Actor, { mine, axis, direction }: Question): Promise<List> {
    if (!readsCommitments(actor)) return { items: [], more: false }
    const own = mine === true
    const { items, ...page } = own
      ? await commitments.mine(actor, LOOKED_AT)
      : await commitments.near(actor, axis, LOOKED_AT)
    const wanted = items.filter(
      each =>
        (axis === undefined || each.axis === axis) &&
        (own || direction === undefined || each.direction === direction),
    )
    return {
      items: wanted.map(({ id, text, axis: of }) => ({
        thing: { kind: 'commitment', id, title: text, axis: of, mine: own },
        text,
      })),
      more: page.next !== undefined,
    }
  }

  const lists = {
    workshop: ofWorkshops,
    ballot: ofBallots,
    initiative: ofInitiatives,
    commitment: ofCommitments,
  }
  return async (actor: Actor, kind: keyof typeof lists, question: Question): Promise<Matching> =>
    matching(await lists[kind](actor, question), question.terms)
}
