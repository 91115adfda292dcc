import type { Language } from '../kernel/language.ts'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

function parts(ms: number, language: Language, zone: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: zone })
  return Object.fromEntries(format.formatToParts(ms).map(part => [part.type, part.value]))
}

/** « 9 h 30 », « 18 h » in French, “9:30” in English: 24 hours, in the given zone. */
export function timeText(ms: number, language: Language, zone: string): string {
  const { hour = '', minute = '' } = parts(ms, 'en', zone, {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const short = String(Number(hour))
  if (language === 'en') return `${short}:${minute}`
  return minute === '00' ? `${short}\u00A0h` : `${short}\u00A0h\u00A0${minute}`
}

/** A day keeps to its month; in French the first is an ordinal: « 1er décembre ». */
export function setDay(text: string, language: Language): string {
  const kept = text.replace(/(\d+) (\p{L})/u, '$1\u00A0$2')
  return language === 'fr' ? kept.replace(/\b1\u00A0/, '1er\u00A0') : kept
}

/** « jeudi 22 avril 2027 »; the year only when `withYear`. */
export function dayText(ms: number, language: Language, zone: string, withYear = true): string {
  const year = withYear ? ({ year: 'numeric' } as const) : {}
  const options = { weekday: 'long', day: 'numeric', month: 'long', ...year } as const
  const text = new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: zone }).format(ms)
  return setDay(text.replace(',', ''), language)
}

/** « juin 2027 » */
export function monthText(ms: number, language: Language, zone: string): string {
  const options = { month: 'long', year: 'numeric', timeZone: zone } as const
  return new Intl.DateTimeFormat(LOCALE[language], options).format(ms)
}
