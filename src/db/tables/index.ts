import type { AssistantTables } from './assistant.ts'
import type { AttendanceTables } from './attendance.ts'
import type { AuditTables } from './audit.ts'
import type { BallotTables } from './ballots.ts'
import type { BroadcastTables } from './broadcasts.ts'
import type { ChannelTables } from './channels.ts'
import type { ChecklistTables } from './checklist.ts'
import type { CommitmentTables } from './commitments.ts'
import type { DeliveryTables } from './delivery.ts'
import type { FeedbackTables } from './feedback.ts'
import type { FigureTables } from './figures.ts'
import type { IdeaTables } from './ideas.ts'
import type { InitiativeTables } from './initiatives.ts'
import type { LimitTables } from './limits.ts'
import type { MessageTables } from './messages.ts'
import type { StepTables } from './next-steps.ts'
import type { NudgeTables } from './nudges.ts'
import type { PeopleTables } from './people.ts'
import type { ProgrammeTables } from './programme.ts'
import type { ReviewTables } from './review.ts'
import type { RoomTables } from './room.ts'
import type { ScreenTables } from './screens.ts'
import type { SynthesisTables } from './synthesis.ts'
import type { ThemeTables } from './themes.ts'
import type { ThreadTables } from './thread.ts'
import type { TrialTables } from './trials.ts'
import type { UtteranceTables } from './utterances.ts'
import type { WorkshopTables } from './workshops.ts'

/**
 * Every table. Columns are portable: ids and JSON are text, times are integer milliseconds or ISO text,
 * booleans are 0 or 1 (node:sqlite throws on a Date, PostgreSQL hands a bigint back as a number by our parser).
 */
export type Tables = DeliveryTables &
  ProgrammeTables &
  PeopleTables &
  ChannelTables &
  ThreadTables &
  WorkshopTables &
  AttendanceTables &
  FeedbackTables &
  IdeaTables &
  BallotTables &
  InitiativeTables &
  TrialTables &
  CommitmentTables &
  MessageTables &
  BroadcastTables &
  NudgeTables &
  FigureTables &
  AuditTables &
  LimitTables &
  AssistantTables &
  SynthesisTables &
  ThemeTables &
  UtteranceTables &
  RoomTables &
  StepTables &
  ReviewTables &
  ChecklistTables &
  ScreenTables
