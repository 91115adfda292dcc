import { type Database, open, type Tables } from '../src/db/index.ts'
import { wholeOf } from '../src/features/ideas/similarity/domain.ts'
import { stemsOf } from '../src/search/stemming.ts'
import { wordsOf } from '../src/search/words.ts'
import { MICRO_IDEAS } from '../test/support/features/micro-ideas.ts'

const SMALL =
  'de la les des pour le et un une à dans en du sur par avec nos aux plus chaque qui au que pas entre ce ou tous leur sans notre'.split(
    ' ',
  )
/** Words of their own; the commonest are those of real ideas. */
const VOCABULARY = 20_000
const SYLLABLES =
  'ba be bi bo ca ce co da de di do fa fe fi fo ga go la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(
    ' ',
  )

/** The same numbers from 0 to 1 at each run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function vocabulary(): readonly string[] {
  const real = MICRO_IDEAS.flatMap(([, text]) => text.split(/[^\p{L}]+/u)).filter(word => word.length > 3)
  const random = chance(1)
  const words = new Set(real)
  while (words.size < VOCABULARY) {
    const syllables = 2 + Math.floor(random() * 3)
    words.add(
      Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(''),
    )
  }
  return [...words]
}

/** Draws places 0, 1, 2, … as words are used (Zipf and Mandelbrot): the first of them 3 times in 100. */
function zipf(size: number): (random: () => number) => number {
  let sum = 0
  const sums = Array.from({ length: size }, (_, rank) => (sum += 1 / (rank + 3.7)))
  return random => {
    const wanted = random() * sum
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

export const WORDS = vocabulary()
const content = zipf(WORDS.length)
const small = zipf(SMALL.length)

/** An idea of 8 to 24 words, a small one before each of two in three. */
export function ideaText(random: () => number): string {
  const words: string[] = []
  const length = 5 + Math.floor(random() * 10)
  for (let at = 0; at < length; at++) {
    if (random() < 0.65) words.push(SMALL[small(random)] ?? '')
    words.push(WORDS[content(random)] ?? '')
  }
  return words.join(' ')
}

const PAGE = 250

/**
 * Puts `count` ideas of as many words and stems as they have into `database`, the first of them the most supported. Without
 * `words`: so that they are found by nobody, in a tenth of the time. `besides`: what the idea at that place has of its own.
 */
export async function fillIdeas(
  database: Database,
  count: number,
  words = true,
  besides: (at: number) => Partial<Tables['idea']> = () => ({}),
): Promise<void> {
  const random = chance(2)
  for (let from = 0; from < count; from += PAGE) {
    const ideas = Array.from({ length: Math.min(PAGE, count - from) }, (_, at) => ({
      id: Math.floor(random() * 2 ** 50).toString(36) + (from + at).toString(36),
      author: 'somebody',
      text: ideaText(random),
      state: 'received' as const,
      supports: Math.floor(200 * random() ** 6) + 1,
      directions: 1,
      comments: 0,
      created_at: 1_800_000_000_000 + from + at,
      ...besides(from + at),
    }))
    const folded = ideas.flatMap(({ id, text }) => wordsOf(text).map(word => ({ idea_id: id, word })))
    const stems = ideas.flatMap(({ id, text }) => {
      const all = stemsOf(text)
      return [...all, wholeOf(all)].map(stem => ({ idea_id: id, stem }))
    })
    await database.transact(async tx => {
      await open(tx)
        .insertInto('idea')
        .values(ideas as never)
        .execute()
      if (!words) return
      await open(tx).insertInto('idea_word').values(folded).execute()
      await open(tx).insertInto('idea_stem').values(stems).execute()
    })
  }
}
