import { clockIn, dateIn } from '../../../src/kernel/time/time-zone.ts'
import type { Bot } from '../../support/product/bot.ts'
import { CAMILLE, type Person } from '../../support/sign-in/cast.ts'
import { type Channel, GENERAL, IDEAS, WORKSHOPS } from '../../support/teams/index.ts'

export const ZONE = 'Europe/Paris'
const WHY = 'Pourquoi ce message'

/** Channels that stand for a Direction each. */
export const CHANNELS: readonly (readonly [Channel, string])[] = [
  [GENERAL, 'lycees'],
  [WORKSHOPS, 'numerique'],
  [IDEAS, 'europe'],
]

/** Something that one person did, or was told without having asked; or that a channel was. */
export type StoryLine = {
  readonly at: number
  readonly who: Pick<Person, 'name'>
  readonly what: string
  readonly told: boolean
}

/** Keeps what each did and was told, in order. */
export function createLedger(bot: Bot, people: readonly Person[]) {
  const lines: StoryLine[] = []
  const known = new Set<string>()

  /** What came into each one's chat by itself. */
  function listen(): void {
    for (const who of people)
      for (const { id, text, buttons } of bot.as(who).reads()) {
        const key = `${who.name} ${id}`
        if (known.has(key) || !buttons.some(each => each.startsWith(WHY))) continue
        known.add(key)
        lines.push({ at: bot.clock.now(), who, what: text, told: true })
      }
  }

  /** What was posted in the channels of Directions. */
  function look(): void {
    for (const [channel, direction] of CHANNELS)
      for (const { id, text } of bot.as(CAMILLE).reads(channel)) {
        if (known.has(id)) continue
        known.add(id)
        lines.push({ at: bot.clock.now(), who: { name: `# ${direction}` }, what: text, told: false })
      }
  }

  return {
    lines,
    listen(): void {
      listen()
      look()
    },
    /** What came before the story. */
    forget(): void {
      listen()
      look()
      lines.length = 0
    },
    did: (who: Person, what: string) => void lines.push({ at: bot.clock.now(), who, what, told: false }),
  }
}

/** How many messages each person got in each week (from its Monday), of those that were told of. */
export function perWeek(lines: readonly StoryLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { at, who, told } of lines) {
    if (!told) continue
    const day = new Date(`${dateIn(at, ZONE)}T12:00:00Z`)
    day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
    const key = `${day.toISOString().slice(0, 10)} ${who.name}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const GIST = 220

/** The lines as a page of text: a heading for each day, then who did or was told what. */
export function tellTrial(lines: readonly StoryLine[]): string {
  const days = Map.groupBy(lines, ({ at }) => dateIn(at, ZONE))
  const told = [...days].map(([day, those]) => {
    const body = those.map(({ at, who, what, told: came }) => {
      const gist = [...what.split('\n').filter(Boolean).join(' | ')].slice(0, GIST).join('')
      return `  ${clockIn(at, ZONE)}  ${who.name} ${came ? '← ' : ': '}${gist}`
    })
    return [day, ...body].join('\n')
  })
  return `${told.join('\n\n')}\n`
}
