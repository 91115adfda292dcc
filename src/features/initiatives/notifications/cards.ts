import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { InitiativeNamed } from '../initiative/domain.ts'

/** Content of a notification. `names`: of new members; `direction`: of an idea inspired by it. */
export type InitiativeNews = {
  readonly step: string
  readonly names: readonly string[]
  readonly direction?: string
  /** Id of the inspired idea, while it can be read. */
  readonly after?: string
}

type Concerned = Pick<InitiativeNamed, 'ownerName' | 'phase'>

function sentenceOf(
  { say }: Words,
  { ownerName, phase }: Concerned,
  { step, names, direction }: InitiativeNews,
  shown: (text: string) => string,
): string {
  switch (step) {
    case 'initiative':
      return ownerName === ''
        ? say('initiative.told.initiative')
        : say('initiative.told.initiative.by', { name: shown(ownerName) })
    case 'phase':
      return say('initiative.told.phase', { phase: say(`initiative.phase.${phase}`) })
    case 'released':
      return say('initiative.told.released')
    case 'outcome':
      return say('initiative.told.outcome')
    case 'joined':
      return say('initiative.told.joined', {
        count: names.length,
        names: names.map(name => shown(name)).join(', '),
      })
    case 'handed-over':
      return say('initiative.told.handed-over')
    case 'inspired':
      return direction === undefined
        ? say('initiative.told.inspired')
        : say('initiative.told.inspired.where', { direction: shown(direction) })
    default:
      return say('initiative.told.other')
  }
}

/** The sentence of a message, for a card. */
export function newsText(words: Words, initiative: Concerned, news: InitiativeNews): string {
  return sentenceOf(words, initiative, news, safe)
}

/** The same for the notification's summary. */
export function newsSummary(
  words: Words,
  initiative: Concerned & { title: string },
  news: InitiativeNews,
): string {
  const what = sentenceOf(words, initiative, news, plain)
  return words.say('initiative.told', { title: plain(initiative.title), what })
}
