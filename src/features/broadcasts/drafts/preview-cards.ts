import { type PostedCard, type Preview, previewOf, type Render } from '../../../cards/preview.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { LANGUAGES, type Language } from '../../../kernel/text/language.ts'
import type { Broadcast } from '../broadcast/domain.ts'

/** Placeholder for the id of each recipient's message. */
const NOBODYS = { id: 'preview', round: 0 }

type Reader = { readonly language: Language }
type How = { readonly message?: typeof NOBODYS }

type Parts = {
  readonly show: (actor: Actor, id: string) => Promise<{ readonly broadcast: Broadcast }>
  readonly draw: (broadcast: Broadcast, reader: Reader, how: How) => Promise<PostedCard>
  readonly render: Render
  readonly home: Language
}

/** Previews: for people in each language, for channels in the programme's. */
export function previewsOf({ show, draw, render, home }: Parts) {
  /** As a recipient who has not answered yet sees it. @throws Refusal `role-needed`, `gone` */
  return async (actor: Actor, id: string): Promise<readonly Preview[]> => {
    const { broadcast } = await show(actor, id)
    const inChannels = broadcast.audience.kind === 'channels'
    const previews: Preview[] = []
    for (const language of inChannels ? [home] : LANGUAGES) {
      const drawn = await draw(broadcast, { language }, inChannels ? {} : { message: NOBODYS })
      previews.push(previewOf(render, drawn))
    }
    return previews
  }
}
