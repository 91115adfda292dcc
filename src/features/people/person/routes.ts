import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { wholeOf } from '../../../kernel/text/language.ts'
import { type MeView, meInput } from '../../../tabs/contract/people/people.ts'
import type { DirectionChoiceUsecases } from './direction-usecases.ts'
import type { LanguageChoice } from './domain.ts'
import type { PersonUsecases } from './usecases.ts'

type Parts = Pick<PersonUsecases, 'chooseLanguage' | 'followClient'> & {
  readonly chooseDirection: DirectionChoiceUsecases['chooseDirection']
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  readonly languages: readonly LanguageChoice[]
  readonly installLink: string
}

export function personRoutes(parts: Parts): ApiRoute[] {
  const { chooseDirection, chooseLanguage, followClient, directions, languages, installLink } = parts
  const named = directions.map(({ id, name }) => ({ id, name }))

  function viewOf(actor: Actor): MeView {
    const { name, role, language, languageChosen, direction, moving, leads = [], deputy, unreachable } = actor
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
    }
  }

  return [
    { method: 'get', path: '/me', run: async ({ actor }) => viewOf(actor) },
    {
      method: 'put',
      path: '/me',
      run: async ({ actor, body }) => {
        const { direction, language } = parse(meInput, body)
        let now = actor
        if (direction !== undefined) now = await chooseDirection(now, direction)
        if (language === 'client') now = await followClient(now, actor.client ?? wholeOf(now.language))
        else if (language !== undefined) now = await chooseLanguage(now, language)
        return viewOf(now)
      },
    },
  ]
}
