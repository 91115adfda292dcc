import type { Actor } from '../../../kernel/access/actor.ts'
import { stemsOf } from '../../../search/stemming.ts'
import type { BallotUsecases } from '../../ballots/index.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import type { RelatedThing } from './domain.ts'

type Parts = {
  readonly ideas: Pick<IdeaUsecases, 'search'>
  readonly workshops: Pick<WorkshopUsecases, 'coming'>
  readonly ballots: Pick<BallotUsecases, 'running'>
}

/** Words looked for, the longest: each is a search of its own. */
const WORDS = 4
/** Found for each word, looked through of other things, and shown. */
const EACH = 3
const LOOKED_AT = 50
const SHOWN = 5
/** Letters of a stem that says something by itself. */
const TELLING = 4

export type RelatedUsecases = ReturnType<typeof relatedUsecases>

export function relatedUsecases({ ideas, workshops, ballots }: Parts) {
  async function ofIdeas(actor: Actor, stems: readonly string[]): Promise<readonly RelatedThing[]> {
    const words = stems.toSorted((one, other) => other.length - one.length).slice(0, WORDS)
    const found = new Map<string, { readonly title: string; times: number }>()
    for (const word of words)
      for (const { id, text, near } of await ideas.search(actor, word, 0, EACH)) {
        // A letter away from a word of a sentence is another word: nobody typed this one to search.
        if (near) continue
        const known = found.get(id)
        found.set(id, { title: text, times: (known?.times ?? 0) + 1 })
      }
    return [...found]
      .toSorted(([, one], [, other]) => other.times - one.times)
      .map(([id, { title }]) => ({ kind: 'idea', id, title }))
  }

  return {
    /** What shares words with the text: workshops, ballots and ideas; five at most. */
    async related(actor: Actor, text: string): Promise<readonly RelatedThing[]> {
      const stems = stemsOf(text).filter(stem => stem.length >= TELLING)
      const shares = (other: string) => stemsOf(other).some(stem => stems.includes(stem))
      const coming = (await workshops.coming(actor, LOOKED_AT)).items
        .filter(({ title, description, place }) => shares(`${title} ${description} ${place}`))
        .map(({ id, title }) => ({ kind: 'workshop' as const, id, title }))
      const open = (await ballots.running(actor, LOOKED_AT)).items
        .filter(({ question, options }) => shares([question, ...options.map(({ title }) => title)].join(' ')))
        .map(({ id, question }) => ({ kind: 'ballot' as const, id, title: question }))
      return [...coming.slice(0, 2), ...open.slice(0, 1), ...(await ofIdeas(actor, stems))].slice(0, SHOWN)
    },
  }
}
