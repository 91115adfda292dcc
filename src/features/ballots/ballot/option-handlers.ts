import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { OptionUsecases } from './option-usecases.ts'

type Parts = OptionUsecases & {
  readonly ideaPosted: IdeaUsecases['posted']
  readonly words: (language: Language) => Words
  readonly home: Language
}

/** Replaces an option's text while organisers hide its idea; votes are kept. */
export function optionHandlers({ retitle, ideaPosted, words, home }: Parts) {
  async function moderated(id: string): Promise<void> {
    const idea = await ideaPosted(id)
    if (!idea) return
    const { say } = words(home)
    const instead = idea.state === 'withdrawn' ? 'idea.withdrawn' : 'idea.hidden.title'
    await retitle(id, idea.hidden || idea.state === 'withdrawn' ? say(instead) : idea.text)
  }

  return {
    facts: {
      'ideas.moderated': async ({ payload }) => {
        await moderated(String(payload.idea))
        return []
      },
    },
  } satisfies Handlers
}
