import type { Actor } from '../../../kernel/access/actor.ts'
import { exact, rounded } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import type { IdeaView } from '../../../tabs/contract/ideas/ideas.ts'
import {
  type EntryView,
  type RegisterCount,
  type RegisterView,
  registerQuery,
} from '../../../tabs/contract/ideas/register.ts'
import { idParams, type Near, type Page } from '../../../tabs/contract/primitives.ts'
import type { IdeaSeen } from '../idea/domain.ts'
import { stepsFrom } from '../idea/state.ts'
import { viewOf } from '../idea/view-routes.ts'
import type { RegisterEntrySeen } from './domain.ts'
import type { IdeaRegisterUsecases } from './usecases.ts'

const PAGE = 50

/** Removes names, for observers. */
function unsigned<T extends IdeaView>({ with: _, ...view }: T) {
  const { answer, decision } = view
  return {
    ...view,
    author: '',
    ...(answer && { answer: { ...answer, author: '' } }),
    ...(decision && { decision: { ...decision, author: '' } }),
  }
}

function placeOf({ origin }: IdeaSeen): Pick<RegisterView, 'workshop'> {
  if (!origin) return {}
  const { workshop: id, title, table } = origin
  return { workshop: { id, title, ...(table !== undefined && { table }) } }
}

export function registerRoutes(
  register: Pick<IdeaRegisterUsecases, 'entry' | 'register' | 'registerCount' | 'closeTo'>,
  clock: Clock,
): ApiRoute[] {
  const viewFor = (actor: Actor, { idea, at, reports }: RegisterEntrySeen): RegisterView => {
    const view = viewOf(idea)
    return {
      ...(actor.role === 'observer' ? unsigned(view) : view),
      waitingDays: Math.max(0, Math.floor((clock.now() - idea.at) / DAY)),
      since: at,
      ...(actor.role === 'organiser' && reports > 0 && { reports: rounded(reports) }),
      ...placeOf(idea),
    }
  }
  const entryFor = async (actor: Actor, id: string): Promise<EntryView> => {
    const { reasons, ...entry } = await register.entry(actor, id)
    const { joined = [], leads } = entry.idea
    const signed = actor.role !== 'observer'
    return {
      ...viewFor(actor, entry),
      reasons,
      steps: stepsFrom(entry.idea),
      joined: joined.map(({ id, text, authorName }) => ({ id, text, author: signed ? authorName : '' })),
      ...(leads && { leads: { id: leads.id, text: leads.text } }),
    }
  }
  return [
    {
      method: 'get',
      path: '/ideas/register',
      run: async ({ actor, query }): Promise<Page<RegisterView & Near>> => {
        const { after, part, q, ...filters } = parse(registerQuery, query)
        const wanted = { ...filters, part, text: q }
        const { items, near, ...rest } = await register.register(actor, wanted, PAGE, after)
        return { items: items.map(each => ({ ...viewFor(actor, each), ...(near && { near }) })), ...rest }
      },
    },
    {
      method: 'get',
      path: '/ideas/register/count',
      run: async ({ actor }): Promise<RegisterCount> => {
        const { waiting, studied, reported } = await register.registerCount(actor)
        return {
          waiting: exact('shared', waiting),
          studied: exact('shared', studied),
          ...(reported !== undefined && { reported: exact('shared', reported) }),
        }
      },
    },
    {
      method: 'get',
      path: '/ideas/:id/entry',
      run: ({ actor, params }) => entryFor(actor, parse(idParams, params).id),
    },
    {
      method: 'get',
      path: '/ideas/:id/close',
      run: async ({ actor, params }) => {
        const close = await register.closeTo(actor, parse(idParams, params).id)
        return { items: close.map(idea => viewFor(actor, { idea, at: idea.at, reports: 0 })) }
      },
    },
  ]
}
