import { safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import { placesOf, whenWords } from './cards.ts'
import type { Moved, WorkshopSeen } from './domain.ts'

/** What is new, as it stands now: « jeudi 22 avril 2027, de 9 h 30 à 12 h 30 », where one goes, or both. */
function newsOf(words: Words, workshop: WorkshopSeen, moved: Moved): string {
  const places = placesOf(words, workshop).map(({ text }) => text)
  const news = [
    ...(moved === 'where' ? [] : [whenWords(words, workshop)]),
    ...(moved === 'when' ? [] : places),
  ]
  return news.join(', ')
}

/** « L’atelier « … » change : …. Votre place est gardée. » */
export function movedSentence(words: Words, workshop: WorkshopSeen, moved: Moved): string {
  return words.say('workshop.moved', { title: safe(workshop.title), what: newsOf(words, workshop, moved) })
}
