import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import type { EffectView } from '../../tabs/contract/message-effect.ts'
import { type PreferencesView, preferencesInput } from '../../tabs/contract/messages.ts'
import type { EffectUsecases } from './effect-usecases.ts'
import type { Change, PreferenceUsecases } from './preference-usecases.ts'

/** What the body names, and nothing else: an absent field stays absent. */
function changeOf(body: unknown): Change {
  const { perWeek, pausedUntil, daysOff, topic } = parse(preferencesInput, body)
  return {
    ...(perWeek !== undefined && { perWeek }),
    ...(pausedUntil !== undefined && { pausedUntil }),
    ...(daysOff && { daysOff }),
    ...(topic && { topics: [topic] }),
  }
}

export function messageRoutes(preferences: PreferenceUsecases, effect: EffectUsecases): ApiRoute[] {
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
      method: 'put',
      path: '/me/messages',
      run: ({ actor, body }): Promise<PreferencesView> => preferences.change(actor, changeOf(body)),
    },
  ]
}
