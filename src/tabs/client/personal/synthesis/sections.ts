import type { Shown } from '../../../../kernel/personal-data/counts.ts'
import type { PublishedSentenceView, PublishedSynthesisView } from '../../../contract/ideas/synthesis.ts'
import type { Translator } from '../../parts/words/translator.ts'

export type PublishedSection = {
  readonly title: string
  readonly count: Shown
  /** How many were said to be for it, and against it. */
  readonly stances?: { readonly pro: Shown; readonly con: Shown }
  readonly about?: string
  readonly sentences: readonly PublishedSentenceView[]
}

/** Each theme in the board's order, then the ideas of none, at equal rank. */
export function sectionsOf(view: PublishedSynthesisView, { say }: Translator): readonly PublishedSection[] {
  const { themes, alone } = view
  return [
    ...themes.map(({ title, count, pro, con, sentences }) => ({
      title,
      count,
      ...(pro + con > 0 && { stances: { pro, con } }),
      sentences,
    })),
    {
      title: say('synthesis.page.alone'),
      count: alone.count,
      about: say('synthesis.page.alone.about'),
      sentences: alone.sentences,
    },
  ]
}
