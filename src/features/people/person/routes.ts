import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { wholeOf } from '../../../kernel/text/language.ts'
import { type MeView, meInput } from '../../../tabs/contract/people/people.ts'
import type { DirectionChoiceUsecases } from './direction-usecases.ts'
import type { LanguageChoice } from './domain.ts'
import type { PersonUsecases } from './usecases.ts'

type Parts = {
  readonly person: Pick<PersonUsecases, 'chooseLanguage' | 'followClient' | 'optOutOfAi'>
  readonly chooseDirection: DirectionChoiceUsecases['chooseDirection']
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  readonly languages: readonly LanguageChoice[]
  readonly installLink: string
  /** Whether a language model is set up. */
  readonly hasAssistant: boolean
}

export function personRoutes(parts: Parts): ApiRoute[] {
  const { person, chooseDirection, directions, languages, installLink, hasAssistant } = parts
  const named = directions.map(({ id, name }) => ({ id, name }))

  function viewOf(actor: Actor): MeView {
    const { name, role, language, languageChosen, direction, moving, leads = [], deputy, unreachable } = actor
    const { aiOptOut = false } = actor
    const mine = named.find(each => each.id === direction)
    const from = named.find(each => each.id === moving?.from)
    return {
      name,
      role,
      language: wholeOf(language),
      ...(language !== wholeOf(language) && { partial: language }),
      languages,
      ...(languageChosen && { languageChosen }),
      ...(mine && { direction: mine }),
      ...(moving && from && { moving: { from, at: moving.at } }),
      leads: named.filter(({ id }) => leads.includes(id)),
      ...(deputy && { deputy }),
      ...(unreachable && { install: installLink }),
      ...((hasAssistant || aiOptOut) && { aiOptOut }),
    }
  }

  return [
    { method: 'get', path: '/me', run: async ({ actor }) => viewOf(actor) },
    {
      method: 'put',
      path: '/me',
      run: async ({ actor, body }) => {
        const { direction, language, aiOptOut } = parse(meInput, body)
        let now = actor
        if (direction !== undefined) now = await chooseDirection(now, direction)
        if (language === 'client') now = await person.followClient(now, actor.client ?? wholeOf(now.language))
        else if (language !== undefined) now = await person.chooseLanguage(now, language)
        if (aiOptOut !== undefined) now = await person.optOutOfAi(now, aiOptOut)
        return viewOf(now)
      },
    },
  ]
}
