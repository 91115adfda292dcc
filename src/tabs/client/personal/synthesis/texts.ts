import type { PublishedSentenceView, PublishedSynthesisView } from '../../../contract/ideas/synthesis.ts'
import { momentDay } from '../../parts/words/days.ts'
import type { Translator } from '../../parts/words/translator.ts'

/** What is to be known of a sentence, on paper as well: who wrote it, what an author said of it, what is no longer there. */
export function sentenceFacts(sentence: PublishedSentenceView, { say }: Translator): readonly string[] {
  const { byModel, contested, lessIdeas } = sentence
  return [
    ...(byModel ? [say('synthesis.page.read.model.wrote')] : []),
    ...(contested ? [say('synthesis.page.read.contested')] : []),
    ...(lessIdeas ? [say('synthesis.page.read.less')] : []),
  ]
}

/** That an idea of the reader is cited, and what objecting does, or did. Of one idea everybody can tell whose objection it is. */
export function objectionText(
  { ideas }: Pick<PublishedSentenceView, 'ideas'>,
  objects: boolean,
  { say }: Translator,
): string {
  if (objects) return say('synthesis.page.objection.said')
  return say(ideas.length > 1 ? 'synthesis.page.objection.among' : 'synthesis.page.objection.alone')
}

/** « Parmi les 120 idées déposées : … » */
export function amongText({ coverage }: PublishedSynthesisView, { say }: Translator): string {
  const { ideas, placed, aside, alone, cited } = coverage
  return say('synthesis.page.read.among', { ideas, placed, aside, alone, cited })
}

/** Who published it and when, with whose help, and how well people found ideas in their place. */
export function madeTexts(
  view: PublishedSynthesisView,
  translator: Translator,
  today: string,
): readonly string[] {
  const { say, share } = translator
  const { at, by, model, agreement } = view
  const date = momentDay(at, today, translator)
  return [
    by === ''
      ? say('synthesis.page.publication.at', { date })
      : say('synthesis.page.read.by', { date, name: by }),
    model === undefined ? say('synthesis.page.read.hand') : say('synthesis.page.read.model', { model }),
    agreement
      ? say('synthesis.page.read.agreement', {
          read: agreement.read,
          right: agreement.right,
          low: share(agreement.low, 100),
        })
      : say('synthesis.page.read.agreement.hand'),
  ]
}
