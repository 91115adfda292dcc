import { fold } from '../../kernel/text/text.ts'
import type { AnswerPlace, TenantItem } from './items.ts'

export type TenantAnswer = { readonly place: AnswerPlace; readonly value: string | number }
/** Answers as they were given; `remarks` by the key of an item, or '' for one on the whole. */
export type TenantAnswers = {
  readonly answers: readonly TenantAnswer[]
  readonly remarks: ReadonlyMap<string, string>
}

type Answer = TenantItem['answer']

/** « 1 oui, 2 non », or « a number from 0 to 60, in s ». */
export function offered(answer: Answer): string {
  if (answer.kind === 'choice') return answer.of.map((word, at) => `${at + 1} ${word}`).join(', ')
  return `a number from 0 to ${answer.most}${answer.unit === '' ? '' : `, in ${answer.unit}`}`
}

function chosen(of: readonly string[], given: string): string | undefined {
  const wanted = fold(given)
  return of.find((word, at) => fold(word) === wanted || `${at + 1}` === wanted)
}

function numberIn(most: number, given: string): number | undefined {
  if (!/^\d{1,9}(?:[.,]\d{1,3})?$/.test(given)) return undefined
  const value = Number(given.replace(',', '.'))
  return value <= most ? value : undefined
}

/** What was given for an item: a word of its list or that word's number, or a number. Undefined for anything else. */
export function readAnswer(answer: Answer, given: string): string | number | undefined {
  return answer.kind === 'choice' ? chosen(answer.of, given) : numberIn(answer.most, given)
}

/** Whether it is what the product rests on; undefined where it rests on none. */
export function isAssumed({ assumed, ...answer }: Answer, value: string | number): boolean | undefined {
  if (assumed === undefined) return undefined
  if (answer.kind === 'choice') return (assumed as readonly string[]).includes(String(value))
  const { least = 0, most = Number.POSITIVE_INFINITY } = assumed as { least?: number; most?: number }
  return Number(value) >= least && Number(value) <= most
}
