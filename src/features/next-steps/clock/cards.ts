import type { Subject } from '../../messages/index.ts'
import { bodyText, dayText, type StepCardContext } from '../step/line-cards.ts'
import type { NextStepSeen } from '../step/seen.ts'

/** What a message says of a step before all else. A day that it names is the one that was promised then. */
export function newsText(context: StepCardContext, step: NextStepSeen, subject: Subject): string {
  const { words } = context
  const { say } = words
  const body = bodyText(context, step)
  if (subject.news === 'asked') return say('step.told.asked')
  if (subject.news === 'back') return say('step.told.back')
  const date = dayText(words, String(subject.due))
  if (subject.news === 'recall') return say('step.told.recall', { date, body })
  return say('step.told.late', { date, body, recalled: dayText(words, String(subject.recalled)) })
}

/** Whether it is true still when it goes out. */
export function stillNews(step: NextStepSeen, { news, due }: Subject): boolean {
  if (news === 'asked') return step.askedOfMe
  if (news === 'back')
    return (step.state === 'promised' || step.state === 'proposed') && step.askedName === ''
  const late = step.state === 'promised' && step.late && step.due === due
  return late && (news === 'recall' || step.mine)
}
