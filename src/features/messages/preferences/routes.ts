import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { EffectView } from '../../../tabs/contract/message-effect.ts'
import { type PastView, type PreferencesView, preferencesInput } from '../../../tabs/contract/messages.ts'
import { type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { PastMessage, PastUsecases } from '../message/history-usecases.ts'
import type { EffectUsecases } from '../response/effect-usecases.ts'
import type { PreferenceChange, PreferenceUsecases } from './usecases.ts'

/** Keeps absent fields absent. */
function changeOf(body: unknown): PreferenceChange {
  const { perWeek, pausedUntil, daysOff, topic } = parse(preferencesInput, body)
  return {
    ...(perWeek !== undefined && { perWeek }),
    ...(pausedUntil !== undefined && { pausedUntil }),
    ...(daysOff && { daysOff }),
    ...(topic && { topics: [topic] }),
  }
}

const PAGE = 20
/** Kinds of things in a message's subject, likeliest first. */
const THINGS = ['idea', 'ballot', 'commitment', 'workshop'] as const

function pastView({ id, topic, subject, at }: PastMessage): PastView {
  const thing = THINGS.find(each => typeof subject[each] === 'string')
  return { id, topic, at, ...(thing && { about: { thing, id: String(subject[thing]) } }) }
}

type Parts = {
  readonly preferences: PreferenceUsecases
  readonly effect: EffectUsecases
  readonly past: PastUsecases
}

export function messageRoutes({ preferences, effect, past }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/messages/effect',
      run: ({ actor }): Promise<EffectView> => effect.show(actor),
    },
    {
      method: 'get',
      path: '/me/messages',
      run: ({ actor }): Promise<PreferencesView> => preferences.preferences(actor),
    },
    {
      method: 'get',
      path: '/me/messages/past',
      run: async ({ actor, query }): Promise<Page<PastView>> => {
        const { items, ...next } = await past.past(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(pastView), ...next }
      },
    },
    {
      method: 'put',
      path: '/me/messages',
      run: ({ actor, body }): Promise<PreferencesView> => preferences.change(actor, changeOf(body)),
    },
  ]
}
