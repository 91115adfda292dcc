import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import type { PostProposal } from '../dialogs/post-form.tsx'
import type { Translator } from '../words/translator.ts'
import { hoursAndPlace } from './facts.tsx'

/** A post about the workshop in the channels of a Direction, with the words that the bot proposes in the chat. */
export function workshopProposal(
  direction: string,
  workshop: WorkshopView,
  translator: Translator,
): PostProposal {
  const { id, title, startsAt } = workshop
  const when = `${translator.shortDay(startsAt)}, ${hoursAndPlace(workshop, translator)}`
  return {
    direction,
    thing: 'workshop',
    of: id,
    draft: translator.say('post.workshop', { title, when }),
  }
}
