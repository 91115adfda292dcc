/**
 * What the administration set out to do: its axes, phases and Directions.
 * Read from a method file the first time, from the database ever after; the same for everybody.
 * It holds no personal data, so that another administration can take it, change it and run it.
 */

export type { LessonUsecases } from './import/lesson-usecases.ts'
export { MethodFault } from './method/fault.ts'
export { axesPart, axisChoices } from './programme/axis-cards.ts'
export type { Contact } from './programme/contact.ts'
export type { Axis, Direction, MessageRules, Phase, Programme } from './programme/domain.ts'
export type { NudgeKind, NudgeRule } from './programme/nudge-rule.ts'
export type { DeclaredTheme } from './programme/theme.ts'
export type { OwedBy, Threshold } from './programme/threshold.ts'
