import { isAssumed, type TenantAnswers } from './answers.ts'
import { answerPlaces, plainText, type TenantList } from './items.ts'
import type { AnsweredSo } from './log-codes.ts'
import type { Measured } from './measured.ts'

type Given = {
  readonly id: string
  readonly on?: string
  readonly answer: string | number
  readonly unit?: string
  /** Whether it is what the product rests on; absent where it rests on none. */
  readonly asAssumed?: boolean
}

/** What is sent back: nothing in it designates a person or an administration. */
export type TenantReport = {
  readonly format: 1
  readonly version: string
  readonly engine: string
  readonly node: string
  readonly answered: number
  readonly of: number
  readonly devices: readonly string[]
  readonly answers: readonly Given[]
  readonly remarks: Readonly<Record<string, string>>
  readonly measured?: Omit<Measured, 'version' | 'engine'>
  readonly log?: readonly AnsweredSo[]
}

type Parts = {
  readonly list: TenantList
  readonly given: TenantAnswers
  readonly version: string
  readonly engine: string
  readonly node: string
  readonly measured?: Measured
  readonly log?: readonly AnsweredSo[]
}

function givenIn({ answers }: TenantAnswers): readonly Given[] {
  return answers.map(({ place: { item, device }, value }) => {
    const assumed = isAssumed(item.answer, value)
    const unit = item.answer.kind === 'number' ? item.answer.unit : ''
    return {
      id: item.id,
      ...(device !== undefined && { on: device }),
      answer: value,
      ...(unit !== '' && { unit }),
      ...(assumed !== undefined && { asAssumed: assumed }),
    }
  })
}

/** Versions are the server's where it was asked, else those of this command. */
export function reportOf({ list, given, version, engine, node, measured, log }: Parts): TenantReport {
  const answers = givenIn(given)
  const { version: running = version, engine: used = engine, ...figures } = measured ?? {}
  return {
    format: 1,
    version: running,
    engine: used,
    node,
    answered: answers.length,
    of: answerPlaces(list).length,
    devices: [...new Set(answers.flatMap(({ on }) => on ?? []))],
    answers,
    remarks: Object.fromEntries([...given.remarks].map(([id, text]) => [id === '' ? 'whole' : id, text])),
    ...(measured && { measured: figures as Omit<Measured, 'version' | 'engine'> }),
    ...(log && { log }),
  }
}

/** What to read at once: how much is answered, and each answer that the product does not rest on, with what it changes. */
export function summaryLines({ list, given }: Pick<Parts, 'list' | 'given'>): readonly string[] {
  const unlike = given.answers.filter(({ place, value }) => isAssumed(place.item.answer, value) === false)
  const about = unlike.flatMap(({ place: { key, item }, value }) => [
    `${key}  ${item.look} ${value}`,
    `    changes: ${plainText(item.changes)}`,
  ])
  return [
    `${given.answers.length} of ${answerPlaces(list).length} are answered; ${unlike.length} otherwise than the app assumes.`,
    ...about,
  ]
}
