import { ASKING_PERMISSIONS as asking } from '../../../src/features/asking/domain.ts'
import { ATTENDANCE_PERMISSIONS as attendance } from '../../../src/features/attendance/domain.ts'
import { AUDIT_PERMISSIONS as audit } from '../../../src/features/audit/domain.ts'
import { BALLOT_PERMISSIONS } from '../../../src/features/ballots/ballot/domain.ts'
import { DRAFTING_PERMISSIONS } from '../../../src/features/ballots/drafting/domain.ts'
import { LIFECYCLE_PERMISSIONS } from '../../../src/features/ballots/lifecycle/domain.ts'
import { ROOM_VOTE_PERMISSIONS } from '../../../src/features/ballots/room-vote/domain.ts'
import { SEQUEL_PERMISSIONS } from '../../../src/features/ballots/sequel/domain.ts'
import { TABLE_VOTE_PERMISSIONS } from '../../../src/features/ballots/table-votes/domain.ts'
import { BROADCAST_PERMISSIONS } from '../../../src/features/broadcasts/broadcast/domain.ts'
import { DRAFT_PERMISSIONS } from '../../../src/features/broadcasts/drafts/domain.ts'
import { PLANNING_PERMISSIONS } from '../../../src/features/broadcasts/planning/domain.ts'
import { SENDING_PERMISSIONS } from '../../../src/features/broadcasts/sending/domain.ts'
import { ANNOUNCEMENT_PERMISSIONS } from '../../../src/features/channels/announcements/outcome.ts'
import { BINDING_PERMISSIONS } from '../../../src/features/channels/binding/domain.ts'
import { CHANNEL_PERMISSIONS } from '../../../src/features/channels/channel/domain.ts'
import { CHECKLIST_PERMISSIONS as checklist } from '../../../src/features/checklist/domain.ts'
import { CLOSEOUT_PERMISSIONS as closeout } from '../../../src/features/closeout/domain.ts'
import { CHANGE_PERMISSIONS } from '../../../src/features/commitments/changes/domain.ts'
import { COMMITMENT_PERMISSIONS } from '../../../src/features/commitments/commitment/domain.ts'
import { NOTE_PERMISSIONS } from '../../../src/features/commitments/notes/domain.ts'
import { PUBLICATION_PERMISSIONS as storyPublication } from '../../../src/features/commitments/publication/domain.ts'
import { SHARING_PERMISSIONS } from '../../../src/features/commitments/sharing/domain.ts'
import { STORY_PERMISSIONS } from '../../../src/features/commitments/stories/domain.ts'
import { DRAFT_PERMISSIONS as drafts } from '../../../src/features/drafts/domain.ts'
import { EXPORT_PERMISSIONS as exportRows } from '../../../src/features/exports/domain.ts'
import { FEEDBACK_PERMISSIONS as feedback } from '../../../src/features/feedback/domain.ts'
import { FIGURE_PERMISSIONS as figures } from '../../../src/features/figures/domain.ts'
import { ANONYMITY_PERMISSIONS } from '../../../src/features/ideas/anonymity/domain.ts'
import { ANSWER_PERMISSIONS } from '../../../src/features/ideas/answers/domain.ts'
import { BOX_PERMISSIONS } from '../../../src/features/ideas/boxes/domain.ts'
import { COMMENT_PERMISSIONS } from '../../../src/features/ideas/comments/domain.ts'
import { HARVEST_PERMISSIONS } from '../../../src/features/ideas/harvest/domain.ts'
import { IDEA_PERMISSIONS } from '../../../src/features/ideas/idea/domain.ts'
import { MERGE_PERMISSIONS } from '../../../src/features/ideas/merging/domain.ts'
import { COMMENT_MODERATION_PERMISSIONS } from '../../../src/features/ideas/moderation/comment-reports.ts'
import { MODERATION_PERMISSIONS } from '../../../src/features/ideas/moderation/domain.ts'
import { REGISTER_PERMISSIONS } from '../../../src/features/ideas/register/domain.ts'
import { SERIES_SUMMARY_PERMISSIONS } from '../../../src/features/ideas/series-summary/domain.ts'
import { SUBMISSION_PERMISSIONS } from '../../../src/features/ideas/submission/domain.ts'
import { SUMMARY_PERMISSIONS } from '../../../src/features/ideas/summary/domain.ts'
import { WALL_PERMISSIONS } from '../../../src/features/ideas/wall/domain.ts'
import { INITIATIVE_PERMISSIONS } from '../../../src/features/initiatives/initiative/domain.ts'
import { MEMBER_PERMISSIONS } from '../../../src/features/initiatives/members/domain.ts'
import { MESSAGE_PERMISSIONS } from '../../../src/features/messages/message/domain.ts'
import { PREFERENCE_PERMISSIONS } from '../../../src/features/messages/preferences/domain.ts'
import { EFFECT_PERMISSIONS } from '../../../src/features/messages/response/effect.ts'
import { STEP_PERMISSIONS as nextSteps } from '../../../src/features/next-steps/step/domain.ts'
import { POST_PERMISSIONS } from '../../../src/features/nudges/posts/domain.ts'
import { PEOPLE_FILE_PERMISSIONS } from '../../../src/features/people/people-file/domain.ts'
import { PERSON_PERMISSIONS } from '../../../src/features/people/person/domain.ts'
import { PILOT_PERMISSIONS } from '../../../src/features/people/pilots/domain.ts'
import { REACH_PERMISSIONS } from '../../../src/features/people/reach/domain.ts'
import { ROLE_PERMISSIONS } from '../../../src/features/people/roles/domain.ts'
import { FORM_PERMISSIONS } from '../../../src/features/programme/form/domain.ts'
import { IMPORT_PERMISSIONS } from '../../../src/features/programme/import/domain.ts'
import { PROGRAMME_PERMISSIONS } from '../../../src/features/programme/programme/domain.ts'
import { REVIEW_PERMISSIONS } from '../../../src/features/review/domain.ts'
import { PUBLICATION_PERMISSIONS } from '../../../src/features/review/wording.ts'
import { RIGHTS_PERMISSIONS as rights } from '../../../src/features/rights/domain.ts'
import { ORDER_PERMISSIONS } from '../../../src/features/room/running-order/domain.ts'
import { ROOM_PERMISSIONS } from '../../../src/features/room/scene/domain.ts'
import { SYNTHESIS_PERMISSIONS as synthesis } from '../../../src/features/synthesis/sentence/domain.ts'
import { THEME_PERMISSIONS as themes } from '../../../src/features/themes/domain.ts'
import { DECISION_PERMISSIONS } from '../../../src/features/trials/decision/domain.ts'
import { LOOK_IN_PERMISSIONS } from '../../../src/features/trials/look-ins/domain.ts'
import { MEASURE_PERMISSIONS } from '../../../src/features/trials/measures/domain.ts'
import { RECORD_PERMISSIONS } from '../../../src/features/trials/records/domain.ts'
import { TESTER_PERMISSIONS } from '../../../src/features/trials/testers/domain.ts'
import { TRIAL_PERMISSIONS } from '../../../src/features/trials/trial/domain.ts'
import { UTTERANCE_PERMISSIONS as utterances } from '../../../src/features/utterances/utterance/domain.ts'
import { ATTENDEE_PERMISSIONS } from '../../../src/features/workshops/attendees/domain.ts'
import { CALENDAR_PERMISSIONS } from '../../../src/features/workshops/calendar/address.ts'
import { CANCELLATION_PERMISSIONS } from '../../../src/features/workshops/cancellation/domain.ts'
import { OPENING_PERMISSIONS } from '../../../src/features/workshops/openings/domain.ts'
import { OVERSIGHT_PERMISSIONS } from '../../../src/features/workshops/oversight/domain.ts'
import { SEAT_PERMISSIONS } from '../../../src/features/workshops/seats/domain.ts'
import { SERIES_PERMISSIONS } from '../../../src/features/workshops/series/domain.ts'
import { TABLE_PERMISSIONS } from '../../../src/features/workshops/tables/domain.ts'
import { WORKSHOP_PERMISSIONS } from '../../../src/features/workshops/workshop/domain.ts'
import type { Permission, Relation } from '../../../src/kernel/access/permission.ts'
import type { Role } from '../../../src/kernel/access/role.ts'
import type { Thing } from './things.ts'

export const TABLES: Readonly<Record<string, Readonly<Record<string, Permission>>>> = {
  attendance,
  audit,
  ballots: {
    ...BALLOT_PERMISSIONS,
    ...DRAFTING_PERMISSIONS,
    ...LIFECYCLE_PERMISSIONS,
    ...SEQUEL_PERMISSIONS,
    ...TABLE_VOTE_PERMISSIONS,
    ...ROOM_VOTE_PERMISSIONS,
  },
  broadcasts: {
    ...BROADCAST_PERMISSIONS,
    ...DRAFT_PERMISSIONS,
    ...SENDING_PERMISSIONS,
    ...PLANNING_PERMISSIONS,
  },
  channels: { ...CHANNEL_PERMISSIONS, ...BINDING_PERMISSIONS, ...ANNOUNCEMENT_PERMISSIONS },
  commitments: {
    ...COMMITMENT_PERMISSIONS,
    ...CHANGE_PERMISSIONS,
    ...NOTE_PERMISSIONS,
    ...SHARING_PERMISSIONS,
    ...STORY_PERMISSIONS,
    ...storyPublication,
  },
  exports: exportRows,
  checklist,
  closeout,
  feedback,
  figures,
  ideas: {
    ...ANSWER_PERMISSIONS,
    ...ANONYMITY_PERMISSIONS,
    ...BOX_PERMISSIONS,
    ...COMMENT_PERMISSIONS,
    ...HARVEST_PERMISSIONS,
    ...IDEA_PERMISSIONS,
    ...MERGE_PERMISSIONS,
    ...COMMENT_MODERATION_PERMISSIONS,
    ...MODERATION_PERMISSIONS,
    ...REGISTER_PERMISSIONS,
    ...SUBMISSION_PERMISSIONS,
    ...SUMMARY_PERMISSIONS,
    ...SERIES_SUMMARY_PERMISSIONS,
    ...WALL_PERMISSIONS,
  },
  initiatives: { ...INITIATIVE_PERMISSIONS, ...MEMBER_PERMISSIONS },
  messages: { ...MESSAGE_PERMISSIONS, ...PREFERENCE_PERMISSIONS, ...EFFECT_PERMISSIONS },
  nudges: { ...POST_PERMISSIONS },
  people: {
    ...PERSON_PERMISSIONS,
    ...REACH_PERMISSIONS,
    ...ROLE_PERMISSIONS,
    ...PEOPLE_FILE_PERMISSIONS,
    ...PILOT_PERMISSIONS,
  },
  programme: { ...PROGRAMME_PERMISSIONS, ...IMPORT_PERMISSIONS, ...FORM_PERMISSIONS },
  rights,
  workshops: {
    ...WORKSHOP_PERMISSIONS,
    ...CALENDAR_PERMISSIONS,
    ...SEAT_PERMISSIONS,
    ...OPENING_PERMISSIONS,
    ...ATTENDEE_PERMISSIONS,
    ...TABLE_PERMISSIONS,
    ...SERIES_PERMISSIONS,
    ...CANCELLATION_PERMISSIONS,
    ...OVERSIGHT_PERMISSIONS,
  },
  steps: nextSteps,
  trials: {
    ...TRIAL_PERMISSIONS,
    ...TESTER_PERMISSIONS,
    ...MEASURE_PERMISSIONS,
    ...LOOK_IN_PERMISSIONS,
    ...DECISION_PERMISSIONS,
    ...RECORD_PERMISSIONS,
  },
  room: { ...ROOM_PERMISSIONS, ...ORDER_PERMISSIONS },
  review: { ...REVIEW_PERMISSIONS, ...PUBLICATION_PERMISSIONS },
  asking,
  utterances,
  themes,
  drafts,
  synthesis,
}
export const ROWS: readonly Permission[] = Object.values(TABLES).flatMap(table => Object.values(table))

export function rowOf(act: string): Permission {
  return ROWS.find(row => row.act === act) ?? fail(`${act} has no row`)
}

function fail(message: string): never {
  throw new Error(message)
}

const LEADERS: readonly Role[] = ['pilot', 'manager']

/** Directions given to answer for are worth nothing in another role; an organiser acts for all of them. */
function answersFor(role: Role, whose: Thing['whose']): boolean {
  return role === 'organiser' || (LEADERS.includes(role) && whose === 'led')
}

function isShown({ kind, whose }: Thing, role: Role): boolean {
  if (kind === 'commitment-everyone') return true
  if (kind !== 'commitment-direction') return false
  return whose === 'own' || whose === 'colleague' || (whose === 'led' && LEADERS.includes(role))
}

/** Whoever sees to a step or wrote it ends it; so does who answers for its Direction, but no pilot. */
function tendsStep({ kind, whose }: Thing, role: Role): boolean {
  const inCharge = role !== 'pilot' && answersFor(role, whose)
  return whose === 'own' || kind === 'step-written' || inCharge
}

/** What ties somebody of `role` to the thing, by what the walk knows of both: none of the product's own code is asked. */
function tieOf({ act, relation }: Permission, thing: Thing, role: Role): Relation {
  if (act === 'ideas.answer-again')
    return role === 'organiser' || thing.kind === 'answered-by-me' ? 'own' : 'others'
  if (act === 'ideas.undo-answer')
    return role === 'organiser' || thing.kind === 'replied-by-me' ? 'own' : 'others'
  if ((act === 'initiatives.hand-over' || act === 'trials.decide') && role === 'organiser') return 'own'
  // Who carries it promises for its group; those in charge for theirs.
  if (act === 'steps.promise')
    return thing.whose === 'own' || (role !== 'pilot' && answersFor(role, thing.whose)) ? 'own' : 'others'
  // Nobody else here has a seat, or looks after a table.
  if (
    act === 'ideas.harvest' ||
    act === 'ideas.gather' ||
    act === 'ballots.open-room' ||
    act.endsWith('-wall')
  )
    return role === 'organiser' ? 'own' : 'others'
  if (act === 'ballots.close') return role === 'organiser' ? 'own' : 'others'
  if (act === 'ideas.merge' || act === 'ideas.undo-merge')
    return role === 'organiser' || thing.whose === 'own' ? 'own' : 'others'
  if (act === 'ballots.no-sequel') return role !== 'pilot' && answersFor(role, thing.whose) ? 'own' : 'others'
  // Who carries it types its numbers, and so does a pilot of one of its Directions.
  if (act === 'trials.type')
    return thing.whose === 'own' || (role === 'pilot' && thing.whose === 'led') ? 'own' : 'others'
  if (act === 'steps.tend') return tendsStep(thing, role) ? 'own' : 'others'
  if (act.startsWith('attendance.') || act.startsWith('room.')) return role === 'organiser' ? 'own' : 'others'
  if (relation === 'same-direction') return answersFor(role, thing.whose) ? 'same-direction' : 'none'
  if (thing.whose === 'own' && act !== 'commitments.of-direction') return 'own'
  if (relation === 'shown') return isShown(thing, role) ? 'shown' : 'none'
  return 'others'
}

/** What the row says to somebody of `role` about the thing: `done`, or the code of the refusal. */
export function saidBy(row: Permission, thing: Thing, role: Role): string {
  if (!row.roles.includes(role)) return 'role-needed'
  const tie = tieOf(row, thing, role)
  if (row.relation === undefined || row.relation === tie) return 'done'
  return row.refusals?.[tie] ?? 'not-yours'
}
