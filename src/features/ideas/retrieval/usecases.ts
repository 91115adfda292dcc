import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { fold } from '../../../kernel/text/text.ts'
import { type HeldWords, nearBeginnings } from '../../../search/near.ts'
import { type Term, termOf } from '../../../search/terms.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { IDEA_PERMISSIONS, type Idea } from '../idea/domain.ts'
import { type StemCounts, type Weighed, weigh } from '../similarity/domain.ts'
import type { SimilarStore } from '../similarity/usecases.ts'
import {
  COUNTED,
  foundAmong,
  HELD,
  type IdeaQuery,
  isNarrow,
  MOST_SLIPS,
  MOST_TERMS,
  type Ranked,
  type RetrievalFilter,
  type Retrieved,
  rarest,
} from './domain.ts'

export type RetrievalStore = {
  /** In the search index. */
  readonly held: HeldWords
  /** Ideas with any of `sought`, of 1,500 of each, by falling weight; at most 201. */
  readonly sharing: (sought: readonly Weighed[], filter: RetrievalFilter) => Promise<readonly Ranked[]>
  /** The same among the newest 2,000 of the filter’s narrowest index. */
  readonly sharingNewest: (sought: readonly Weighed[], filter: RetrievalFilter) => Promise<readonly Ranked[]>
  /** Of these newest, whatever they say; at most 201. */
  readonly newest: (filter: RetrievalFilter) => Promise<readonly Ranked[]>
  /** Whether that index has as many as are looked through. */
  readonly goesOn: (filter: RetrievalFilter) => Promise<boolean>
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'read'> & {
  readonly store: (tx: Tx) => RetrievalStore
  readonly similar: (tx: Tx) => Pick<SimilarStore, 'stemCounts'>
}

type Searched = Pick<Retrieved, 'words' | 'missing'> & {
  readonly terms: readonly Term[]
  readonly counts: StemCounts
}

/** A word of the index, which has no accents, as one of the texts spells it. */
function spelled(word: string, texts: readonly string[]): string {
  const all = texts.flatMap(text => text.match(/[\p{L}\p{N}]+/gu) ?? [])
  return all.find(each => fold(each) === word) ?? all.find(each => fold(each).startsWith(word)) ?? word
}

export type RetrievalUsecases = ReturnType<typeof retrievalUsecases>

/** Ideas that answer a question: by filters, and by the stems that they share with it. */
export function retrievalUsecases(
  { ideaStore, store, similar, read }: Parts,
  context: Pick<IdeaContext, 'seen'>,
) {
  const countsOf = (tx: Tx, terms: readonly Term[]) =>
    similar(tx).stemCounts(terms.flatMap(({ stems }) => stems))

  /** The words that ideas hold; one that none holds by the word a slip away, or missing. */
  async function heldTerms(tx: Tx, asked: readonly Term[]): Promise<Searched> {
    const first = await countsOf(tx, asked)
    const isHeld = ({ stems }: Term, { stems: counts }: StemCounts) =>
      stems.some(stem => (counts.get(stem) ?? 0) > 0)
    const absent = asked.filter(term => !isHeld(term, first))
    const near = new Map<Term, Term>()
    for (const term of absent.slice(0, MOST_SLIPS)) {
      const [word] = (await nearBeginnings([fold(term.word)], store(tx).held)) ?? []
      if (word !== undefined) near.set(term, termOf(word))
    }
    const tried = asked.map(term => near.get(term) ?? term)
    const counts = near.size === 0 ? first : await countsOf(tx, tried)
    const terms = tried.filter(term => isHeld(term, counts))
    const missing = asked.filter(term => !isHeld(near.get(term) ?? term, counts))
    return { terms, counts, words: terms.map(({ word }) => word), missing: missing.map(({ word }) => word) }
  }

  async function byWords(tx: Tx, { terms, counts }: Searched, filter: RetrievalFilter) {
    const weighed = weigh([...new Set(terms.flatMap(({ stems }) => stems))], counts).filter(
      ({ stem }) => (counts.stems.get(stem) ?? 0) > 0,
    )
    const sought = rarest(weighed, counts)
    const isCut =
      sought.length < weighed.length || sought.some(({ stem }) => (counts.stems.get(stem) ?? 0) > HELD)
    const some = await store(tx).sharing(sought, filter)
    if (!isCut || !isNarrow(filter)) return { ranked: some, more: isCut }
    // Of a common word as many ideas are drawn from the index: those that the filter leaves are looked through as well.
    const others = await store(tx).sharingNewest(sought, filter)
    const all = new Map([...some, ...others].map(each => [each.id, each]))
    const ranked = [...all.values()].toSorted((one, other) => other.weight - one.weight)
    return { ranked, more: await store(tx).goesOn(filter) }
  }

  async function found(tx: Tx, searched: Searched, asksWords: boolean, filter: RetrievalFilter) {
    if (searched.terms.length > 0) return byWords(tx, searched, filter)
    if (asksWords) return { ranked: [], more: false }
    const ranked = await store(tx).newest(filter)
    return { ranked, more: await store(tx).goesOn(filter) }
  }

  return {
    /**
     * What everybody sees of ideas, best first: those that share most of the question’s words, then by supports; without
     * words, the newest. Filters hold without exception.
     */
    async retrieve(
      actor: Actor,
      { terms, mine, ...filters }: IdeaQuery,
      skip: number,
      limit: number,
    ): Promise<Retrieved> {
      permit(IDEA_PERMISSIONS.read, actor.role)
      const filter = { ...filters, ...(mine === true && { author: actor.id }) }
      const asked = terms.slice(0, MOST_TERMS)
      const { ideas, words, ...rest } = await read(async tx => {
        const searched = await heldTerms(tx, asked)
        const { ranked, more } = await found(tx, searched, asked.length > 0, filter)
        const close = foundAmong(ranked)
        const ids = close.slice(skip, skip + limit).map(({ id }) => id)
        const byId = new Map((await ideaStore(tx).byIds(ids)).map(idea => [idea.id, idea]))
        const ideas: readonly Idea[] = ids.flatMap(id => byId.get(id) ?? [])
        const { words, missing } = searched
        const count = Math.min(COUNTED, close.length)
        return { ideas, words, missing, count, more: more || close.length > COUNTED }
      })
      const texts = ideas.map(({ text }) => text)
      const typed = new Set(asked.map(({ word }) => word))
      const shown = words.map(word => (typed.has(word) ? word : spelled(word, texts)))
      return { items: await context.seen(actor, ideas), words: shown, ...rest }
    },
  }
}
