import type { Actor } from '../../../kernel/access/actor.ts'
import { LANGUAGES, type Language } from '../../../kernel/text/language.ts'
import type { drawing } from '../broadcast/message-handlers.ts'
import type { BroadcastUsecases } from '../broadcast/usecases.ts'
import { type Preview, previewOf, type Render } from './preview-cards.ts'

/** Placeholder for the id of each recipient's message. */
const NOBODYS = { id: 'preview', round: 0 }

type Parts = {
  readonly broadcasts: Pick<BroadcastUsecases, 'show'>
  readonly draw: ReturnType<typeof drawing>
  readonly render: Render
  readonly home: Language
}

/** Previews: for people in each language, for channels in the programme's. */
export function previewsOf({ broadcasts, draw, render, home }: Parts) {
  /** As a recipient who has not answered yet sees it. @throws Refusal `role-needed`, `gone` */
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
