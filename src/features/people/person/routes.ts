import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { type MeView, meInput } from '../../../tabs/contract/people/people.ts'
import type { PeopleUsecases } from './usecases.ts'

type Directions = readonly { readonly id: string; readonly name: string }[]

export function peopleRoutes(
  people: PeopleUsecases,
  directions: Directions,
  installLink: string,
): ApiRoute[] {
  const named = directions.map(({ id, name }) => ({ id, name }))

  function viewOf(actor: Actor): MeView {
    const { name, role, language, languageChosen, direction, moving, leads = [], deputy, unreachable } = actor
    const mine = named.find(each => each.id === direction)
    const from = named.find(each => each.id === moving?.from)
    return {
      name,
      role,
      language,
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
        if (direction !== undefined) now = await people.chooseDirection(now, direction)
        if (language === 'client') now = await people.followClient(now, actor.client ?? now.language)
        else if (language !== undefined) now = await people.chooseLanguage(now, language)
        return viewOf(now)
      },
    },
  ]
}
