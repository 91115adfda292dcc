import type { SynthesisView } from '../../../contract/ideas/synthesis.ts'
import { momentDay } from '../../parts/words/days.ts'
import type { Translator } from '../../parts/words/translator.ts'

/** The least that the lower bound of the agreement must be (hundredths). */
export const LEAST = 75

/** What everybody reads now, since when and by whom, and whether what is being written differs. */
export function publishedText({ published }: SynthesisView, translator: Translator, today: string): string {
  const { say } = translator
  if (!published) return say('synthesis.page.publication.not')
  const { at, by, differs } = published
  const date = momentDay(at, today, translator)
  // Who published it may be erased since.
  const now =
    by === ''
      ? say('synthesis.page.publication.at', { date })
      : say('synthesis.page.publication.now', { date, name: by })
  return `${now} ${say(differs ? 'synthesis.page.publication.differs' : 'synthesis.page.publication.same')}`
}

type Reason = SynthesisView['blocked'][number]

/** What is to be done before it can be published, of one reason why not. */
export function reasonText(reason: Reason, view: SynthesisView, { say, share }: Translator): string {
  const { undecided, sample } = view
  switch (reason) {
    case 'no-sentence':
      return say('synthesis.page.blocked.no-sentence')
    case 'undecided':
      return say('synthesis.page.blocked.undecided', { count: undecided })
    case 'faulty':
      return say('synthesis.page.blocked.faulty')
    case 'contested':
      return say('synthesis.page.blocked.contested')
    case 'sample-to-draw':
      return say('synthesis.page.blocked.sample-to-draw')
    case 'sample-unread':
      return say('synthesis.page.blocked.sample-unread', { count: sample.size - sample.read })
    case 'sample-stale':
      return say('synthesis.page.blocked.sample-stale')
    case 'agreement-low':
      return say('synthesis.page.blocked.agreement-low', {
        low: share(sample.low ?? 0, 100),
        least: share(LEAST, 100),
      })
  }
}
