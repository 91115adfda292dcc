import type { Words } from '../../src/i18n/words.ts'
import { exact, type Shown, share, total } from '../../src/kernel/personal-data/counts.ts'
import type { FiguresView } from '../../src/tabs/contract/figures/figures.ts'
import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'

type Given = { readonly figures: FiguresView; readonly idea: IdeaView; readonly words: Words }

/** Compiled with the tests and never run: each line is one that the compiler must refuse. */
export function refusedByTheCompiler(people: number, { figures, idea, words }: Given): unknown {
  // @ts-expect-error a count is not a figure that may be shown
  const plain: Shown = people
  // @ts-expect-error nor is a figure once it is reckoned with
  const summed: Shown = figures.participation.count + figures.participation.count
  // @ts-expect-error a page takes no count
  const page: FiguresView['participation'] = { ...figures.participation, count: people }
  // @ts-expect-error a list neither
  const row: IdeaView = { ...idea, supports: people }
  // @ts-expect-error nor a share of one
  const percent: FiguresView['participation']['share'] = people / 7
  // @ts-expect-error a total is made of what is shown
  const all = total([people])
  // @ts-expect-error a share too
  const part = share(people, 500)
  // @ts-expect-error nothing else than the kinds of ExactKind is exact
  const voters = exact('participants', people)
  // @ts-expect-error a sentence that counts people takes no plain number
  const sentence = words.say('workshop.going', { count: people, capacity: 12, directions: 0 })
  // @ts-expect-error and cannot be said without its figure
  const silent = words.say('count.rounded')
  return [plain, summed, page, row, percent, all, part, voters, sentence, silent]
}
