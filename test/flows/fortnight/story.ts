import type { Programme } from '../../../src/features/programme/index.ts'
import { wordsIn } from '../../../src/i18n/words.ts'
import type { WholeLanguage } from '../../../src/kernel/text/language.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import { spaced } from './cards.ts'
import type { Line } from './ledger.ts'
import { ZONE } from './play.ts'

const WIDTH = 7

/** Who they are, a line each. */
export function introduce(
  people: readonly Person[],
  { direction }: Pick<Programme, 'direction'>,
  language: WholeLanguage,
) {
  const { say } = wordsIn(language, ZONE)
  const lines = people.map(({ name, role, direction: id = '' }) =>
    spaced(`${name}, ${say(`role.${role}`)}, ${direction(id)?.name ?? ''}`),
  )
  return `${lines.join('\n')}\n\n`
}

/** The ledger as a story: a heading for each day on which something happened, and a line for each thing. */
export function tellStory(lines: readonly Line[], language: WholeLanguage): string {
  const words = wordsIn(language, ZONE)
  const days = Map.groupBy(
    lines.toSorted((a, b) => a.at - b.at),
    ({ at }) => dateIn(at, ZONE),
  )
  const told = [...days.values()].map(day => {
    const title = spaced(words.day(day[0]?.at ?? 0))
    const body = day.map(line => `  ${spaced(words.time(line.at)).padStart(WIDTH)}  ${line.words}`)
    return [title.slice(0, 1).toLocaleUpperCase(language) + title.slice(1), ...body].join('\n')
  })
  return `${told.join('\n\n')}\n`
}
