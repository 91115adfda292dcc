import type { Actor } from '../../kernel/actor.ts'
import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import { type MeView, meInput } from '../../tabs/contract/people.ts'
import type { PeopleUsecases } from './usecases.ts'

type Directions = readonly { readonly id: string; readonly name: string }[]

function viewOf({ name, role, language, direction }: Actor, directions: Directions): MeView {
  const mine = directions.find(each => each.id === direction)
  return { name, role, language, ...(mine && { direction: { id: mine.id, name: mine.name } }) }
}

export function peopleRoutes(people: PeopleUsecases, directions: Directions): ApiRoute[] {
  return [
    { method: 'get', path: '/me', run: async ({ actor }) => viewOf(actor, directions) },
    {
      method: 'put',
      path: '/me',
      run: async ({ actor, body }) => {
        const { direction, language } = parse(meInput, body)
        let now = actor
        if (direction !== undefined) now = await people.chooseDirection(now, direction)
        if (language !== undefined) now = await people.chooseLanguage(now, language)
        return viewOf(now, directions)
      },
    },
  ]
}
