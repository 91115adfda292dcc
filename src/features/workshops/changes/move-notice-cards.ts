import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { hostOf, whenWords } from '../workshop/cards.ts'
import type { Moved, Spot, WorkshopSeen } from '../workshop/domain.ts'

/** « Date : jeudi 22 avril 2027, de 9 h 30 à 12 h 30, au lieu du … »; without the former date where it is not known. */
function whenNews(words: Words, now: Spot, was: Spot | undefined): readonly string[] {
  const when = whenWords(words, now)
  const before = was ? whenWords(words, was) : when
  if (before === when) return [words.say('workshop.moved.when.now', { now: when })]
  return [words.say('workshop.moved.when', { now: when, before })]
}

function placeNews({ say }: Words, now: Spot, was: Spot | undefined): readonly string[] {
  if (was?.place === now.place) return []
  if (now.place === '')
    return was?.place ? [say('workshop.moved.place.none', { before: safe(was.place) })] : []
  const place = safe(now.place)
  return [
    was?.place
      ? say('workshop.moved.place', { now: place, before: safe(was.place) })
      : say('workshop.moved.place.now', { now: place }),
  ]
}

/** Two links may have the same host, so the sentence says that the link is another one. */
function linkNews({ say }: Words, now: Spot, was: Spot | undefined): readonly string[] {
  if (was?.link === now.link) return []
  if (now.link === '') return was?.link ? [say('workshop.moved.link.none')] : []
  const host = safe(hostOf(now.link))
  return [say(was?.link ? 'workshop.moved.link' : 'workshop.online', { host })]
}

/** « L’atelier « … » change. Lieu : …, au lieu de …. Votre place est gardée. » */
export function movedSentence(words: Words, workshop: WorkshopSeen, moved: Moved): string {
  const { was } = workshop
  const news = [
    ...(moved === 'where' ? [] : whenNews(words, workshop, was)),
    ...(moved === 'when' ? [] : [...placeNews(words, workshop, was), ...linkNews(words, workshop, was)]),
  ]
  return words.say('workshop.moved', { title: safe(workshop.title), what: news.join('. ') })
}
