import { MINUTE } from '../../../../../kernel/time/clock.ts'
import type { Translator } from '../../../parts/words/translator.ts'
import type { Items } from './use-order.ts'

/** « 2 heures 30 », « 45 minutes » */
export function lengthText(minutes: number, { say }: Translator): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return say('remote.timer.minutes', { count: rest })
  const whole = say('order.hours', { count: hours })
  return rest === 0 ? whole : say('order.hours-minutes', { hours: whole, minutes: rest })
}

type Hours = { readonly startsAt: number; readonly endsAt: number }

/** How long the running order is against the workshop, in words. */
export function totalText(items: Items, { startsAt, endsAt }: Hours, translator: Translator): string {
  const { say } = translator
  const planned = items.reduce((sum, { minutes = 0 }) => sum + minutes, 0)
  const whole = Math.round((endsAt - startsAt) / MINUTE)
  const text = { planned: lengthText(planned, translator), whole: lengthText(whole, translator) }
  if (planned === 0) return say('order.unplanned', { whole: text.whole })
  if (planned === whole) return say('order.exact', { whole: text.whole })
  const apart = lengthText(Math.abs(whole - planned), translator)
  return planned < whole
    ? say('order.left', { ...text, left: apart })
    : say('order.over', { ...text, over: apart })
}

/** `items` with the one at `from` moved by `step`; the same where it would leave the list. */
export function moved(items: Items, from: number, step: -1 | 1): Items {
  const to = from + step
  const [one, other] = [items[from], items[to]]
  if (!one || !other) return items
  return items.map((item, at) => (at === from ? other : at === to ? one : item))
}
