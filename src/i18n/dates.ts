import type { WholeLanguage } from '../kernel/text/language.ts'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
const SHOWN = {
  time: { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' },
  shortDay: DAY,
  day: { ...DAY, year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

/** Cached: see kernel/time/time-zone. */
function formatOf(shown: keyof typeof SHOWN, language: WholeLanguage, zone: string): Intl.DateTimeFormat {
  const key = `${shown} ${language} ${zone}`
  const make = () => new Intl.DateTimeFormat(LOCALE[language], { ...SHOWN[shown], timeZone: zone })
  const kept = formats.get(key) ?? make()
  formats.set(key, kept)
  return kept
}

/** « 9 h 30 », « 18 h » in French, “9:30” in English: 24 hours, in the given zone. */
export function timeText(ms: number, language: WholeLanguage, zone: string): string {
  const parts = formatOf('time', 'en', zone).formatToParts(ms)
  const { hour = '', minute = '' } = Object.fromEntries(parts.map(part => [part.type, part.value]))
  const short = String(Number(hour))
  if (language === 'en') return `${short}:${minute}`
  return minute === '00' ? `${short}\u00A0h` : `${short}\u00A0h\u00A0${minute}`
}

/** Typography of a date: a no-break space between day and month, and « 1er » in French. */
export function setDay(text: string, language: WholeLanguage): string {
  const kept = text.replace(/(\d) (\p{L})/u, '$1\u00A0$2')
  return language === 'fr' ? kept.replace(/\b1\u00A0/, '1er\u00A0') : kept
}

/** « jeudi 22 avril 2027 »; the year only when `withYear`. */
export function dayText(ms: number, language: WholeLanguage, zone: string, withYear = true): string {
  const text = formatOf(withYear ? 'day' : 'shortDay', language, zone).format(ms)
  return setDay(text.replace(',', ''), language)
}

/** « juin 2027 » */
export function monthText(ms: number, language: WholeLanguage, zone: string): string {
  return formatOf('month', language, zone).format(ms)
}
