import { offered, readAnswer, type TenantAnswer, type TenantAnswers } from './answers.ts'
import { designation } from './free-text.ts'
import { answerPlaces, plainText, type TenantList } from './items.ts'

/** Largest sheet that is read, in letters. */
export const SHEET_LENGTH = 200_000

/** Word of a line that holds a remark: on an item (`A4.remarque`), or on the whole. */
const REMARK = 'remarque'

const HEAD = `# One answer a line, behind the sign =: a word of the list, its number, or a number.
# An empty answer is passed over. What begins with # is not read.
# A remark on an item: A4.remarque = …  No name, no address, no number of a person.
`

/** A file to be filled in: each item with what to do, where to look and what can be answered. */
export function sheetOf(list: TenantList): string {
  const places = answerPlaces(list)
  const groups = list.groups.map(({ id, title, need }) => {
    const items = list.items.filter(({ group }) => group === id)
    const lines = items.map(item => {
      const keys = places.filter(place => place.item === item).map(({ key }) => `${key} =`)
      return [
        `# ${item.id}  ${plainText(item.do)}`,
        `#     ${plainText(item.look)}  (${offered(item.answer)})`,
        ...keys,
      ].join('\n')
    })
    return [`# ${id}. ${title}`, `# ${need}`, '', lines.join('\n\n')].join('\n')
  })
  return `${[HEAD, ...groups, `# On the whole\n${REMARK} =`].join('\n\n')}\n`
}

/** A filled sheet. `faults`: what cannot be taken, each with its line; there is nothing to send while there are any. */
export type FilledSheet = TenantAnswers & { readonly faults: readonly string[] }

type Line = { readonly at: number; readonly key: string; readonly given: string }

function linesIn(text: string): readonly (Line | string)[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((line, index): (Line | string)[] => {
      const [at, kept] = [index + 1, line.trim()]
      if (kept === '' || kept.startsWith('#')) return []
      const sign = kept.indexOf('=')
      if (sign < 0) return [`line ${at}: it has no sign =`]
      const [key, given] = [kept.slice(0, sign).trim(), kept.slice(sign + 1).trim()]
      return given === '' ? [] : [{ at, key: key.toLowerCase(), given }]
    })
}

/** Reads a sheet; takes none of it on trust. */
export function readSheet(text: string, list: TenantList): FilledSheet {
  const places = new Map(answerPlaces(list).map(place => [place.key.toLowerCase(), place]))
  const remarked = new Map([
    [REMARK, ''],
    ...list.items.map(({ id }) => [`${id}.${REMARK}`.toLowerCase(), id] as const),
  ])
  const [answers, remarks] = [new Map<string, TenantAnswer>(), new Map<string, string>()]

  function faultIn({ key, given }: Line): string | undefined {
    const about = remarked.get(key)
    if (about !== undefined) {
      if (remarks.has(about)) return 'there are two such remarks'
      remarks.set(about, given)
      return designation(given)
    }
    const place = places.get(key)
    if (!place) return `« ${key.slice(0, 40)} » is no item of the list`
    if (answers.has(key)) return `${place.key} is answered twice`
    const value = readAnswer(place.item.answer, given)
    if (value === undefined) return `${place.key} takes ${offered(place.item.answer)}`
    answers.set(key, { place, value })
    return undefined
  }

  const faults = linesIn(text).flatMap(line => {
    if (typeof line === 'string') return [line]
    const fault = faultIn(line)
    return fault === undefined ? [] : [`line ${line.at}: ${fault}`]
  })
  return { answers: [...answers.values()], remarks, faults }
}
