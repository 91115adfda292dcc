import { ORGANISERS, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { cleanLine, lineWithin } from '../../../kernel/text/text.ts'
import type { Idea, IdeaSeen } from '../idea/domain.ts'
import { HIDE, READ_REPORTS, RESTORE } from '../idea/hiding.ts'

/** A request that organisers look at an idea. Who made it is never shown. */
export type IdeaReport = {
  readonly idea: string
  /** Person's id. */
  readonly person: string
  readonly reason?: string
  /** Milliseconds. */
  readonly at: number
}

/** A reported or hidden idea: since when, in milliseconds, and by how many reports. */
export type ReportedIdea = { readonly idea: Idea; readonly at: number; readonly reports: number }

/** The same for organisers. `reasons`: the first given, without names. */
export type ReportedIdeaSeen = Omit<ReportedIdea, 'idea'> & {
  readonly idea: IdeaSeen
  readonly reasons: readonly string[]
}

const REPORT_LENGTH = 280
const HIDING_LENGTH = 280

export const MODERATION_PERMISSIONS = {
  report: {
    act: 'ideas.report',
    roles: PARTICIPANTS,
    relation: 'others',
    refusals: { own: 'own-idea-reported' },
  },
  readReports: READ_REPORTS,
  hide: HIDE,
  restore: RESTORE,
  dismiss: { act: 'ideas.dismiss', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** A reporter's optional reason. @throws Refusal `too-long` */
export function reportReason(typed: string): string | undefined {
  return cleanLine(typed) === '' ? undefined : lineWithin(typed, REPORT_LENGTH)
}

/** @throws Refusal `empty-text`, `too-long` */
export function hidingReason(typed: string): string {
  return lineWithin(typed, HIDING_LENGTH)
}
