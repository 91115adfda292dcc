import type { Actor } from '../../../kernel/access/actor.ts'
import { LANGUAGES } from '../../../kernel/text/language.ts'
import { drawing } from '../broadcast/message-handlers.ts'
import { type Preview, previewOf } from '../broadcast/preview-cards.ts'
import type { AnswerParts, Answers } from '../broadcast/reply-handlers.ts'

/** Stands where the id of each one's message will. */
const NOBODYS = { id: 'preview', round: 0 }

/** The card as it goes out: to people in each language, to channels in the programme's own. */
export function previewing({ broadcasts, render, home }: AnswerParts, answers: Answers) {
  const draw = drawing(broadcasts, answers)

  /** As somebody gets it who has not answered yet. @throws Refusal `role-needed`, `gone` */
  return async (actor: Actor, id: string): Promise<readonly Preview[]> => {
    const { broadcast } = await broadcasts.show(actor, id)
    const inChannels = broadcast.audience.kind === 'channels'
    const previews: Preview[] = []
    for (const language of inChannels ? [home] : LANGUAGES) {
      const drawn = await draw(broadcast, { language }, inChannels ? {} : { message: NOBODYS })
      previews.push(previewOf(render, drawn))
    }
    return previews
  }
}
