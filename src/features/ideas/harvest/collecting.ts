import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLine, lineWithin } from '../../../kernel/text/text.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'

/** A workshop in which ideas are gathered, as its use-cases show it. */
export type IdeaWorkshop = NonNullable<Awaited<ReturnType<WorkshopUsecases['posted']>>>

/** Characters of a table's name: « 4 », « Les lycées ». */
export const TABLE_LENGTH = 30

/** @throws Refusal `too-long` */
export function tableName(typed: string): string | undefined {
  return cleanLine(typed) === '' ? undefined : lineWithin(typed, TABLE_LENGTH)
}

/** Ideas are gathered from the moment it begins, and afterwards. @throws Refusal `gone`, `workshop-not-begun` */
export function checkBegun(workshop: IdeaWorkshop | undefined): IdeaWorkshop {
  if (!workshop) throw new Refusal('gone')
  const { stage, startsAt: at } = workshop
  if (stage !== 'underway' && stage !== 'over') throw new Refusal('workshop-not-begun', { at })
  return workshop
}
