import { type Words, wordsIn } from '../../src/i18n/words.ts'
import type { CardOf } from '../../src/kernel/text/card.ts'
import type { Language } from '../../src/kernel/text/language.ts'
import type { Said } from './sample.ts'
import { askingSamples } from './samples/asking.ts'
import { attendanceSamples } from './samples/attendance.ts'
import { ballotSamples } from './samples/ballots/ballot.ts'
import { ballotDraftingSamples } from './samples/ballots/drafting.ts'
import { ballotLifecycleSamples } from './samples/ballots/lifecycle.ts'
import { ballotPublicationSamples } from './samples/ballots/publication.ts'
import { ballotResultsSamples } from './samples/ballots/results.ts'
import { ballotSequelSamples } from './samples/ballots/sequel.ts'
import { ballotTableVotesSamples } from './samples/ballots/table-votes.ts'
import { ballotVotingSamples } from './samples/ballots/voting.ts'
import { broadcastSamples } from './samples/broadcasts/broadcast.ts'
import { broadcastDraftsSamples } from './samples/broadcasts/drafts.ts'
import { broadcastPlanningSamples } from './samples/broadcasts/planning.ts'
import { channelAnnouncementsSamples } from './samples/channels/announcements.ts'
import { channelBindingSamples } from './samples/channels/binding.ts'
import { channelInstallationSamples } from './samples/channels/installation.ts'
import { commitmentSamples } from './samples/commitments/commitment.ts'
import { commitmentNotesSamples } from './samples/commitments/notes.ts'
import { commitmentPublicationSamples } from './samples/commitments/publication.ts'
import { commitmentSharingSamples } from './samples/commitments/sharing.ts'
import { commitmentStoriesSamples } from './samples/commitments/stories.ts'
import { commonSamples } from './samples/common.ts'
import { feedbackSamples } from './samples/feedback.ts'
import { ideaAnswersSamples } from './samples/ideas/answers.ts'
import { ideaBoxesSamples } from './samples/ideas/boxes.ts'
import { ideaCardSamples } from './samples/ideas/card.ts'
import { ideaCommentsSamples } from './samples/ideas/comments.ts'
import { ideaHarvestSamples } from './samples/ideas/harvest.ts'
import { ideaMergingSamples } from './samples/ideas/merging.ts'
import { ideaModerationSamples } from './samples/ideas/moderation.ts'
import { ideaNewsSamples } from './samples/ideas/news.ts'
import { ideaRegisterSamples } from './samples/ideas/register.ts'
import { seriesSummarySamples } from './samples/ideas/series-summary.ts'
import { ideaSimilaritySamples } from './samples/ideas/similarity.ts'
import { ideaSubmissionSamples } from './samples/ideas/submission.ts'
import { ideaSummarySamples } from './samples/ideas/summary.ts'
import { initiativeGallerySamples } from './samples/initiatives/gallery.ts'
import { initiativeSamples } from './samples/initiatives/initiative.ts'
import { initiativeMembersSamples } from './samples/initiatives/members.ts'
import { messageSamples } from './samples/messages/message.ts'
import { messagePreferencesSamples } from './samples/messages/preferences.ts'
import { messageResponseSamples } from './samples/messages/response.ts'
import { stepSamples } from './samples/next-steps.ts'
import { nudgeDigestSamples } from './samples/nudges/digest.ts'
import { nudgeSamples } from './samples/nudges/nudge.ts'
import { nudgePostsSamples } from './samples/nudges/posts.ts'
import { personSamples } from './samples/people/person.ts'
import { peoplePilotsSamples } from './samples/people/pilots.ts'
import { peopleReachSamples } from './samples/people/reach.ts'
import { returnSamples } from './samples/returns.ts'
import { rightsSamples } from './samples/rights.ts'
import { trialSamples } from './samples/trials/card.ts'
import { trialDecisionSamples } from './samples/trials/decision.ts'
import { trialLookInsSamples } from './samples/trials/look-ins.ts'
import { trialMeasuresSamples } from './samples/trials/measures.ts'
import { trialTestersSamples } from './samples/trials/testers.ts'
import { utteranceSamples } from './samples/utterances.ts'
import { workshopAttendeesSamples } from './samples/workshops/attendees.ts'
import { workshopCancellationSamples } from './samples/workshops/cancellation.ts'
import { workshopRegistrationSamples } from './samples/workshops/registration.ts'
import { workshopSeriesSamples } from './samples/workshops/series.ts'
import { workshopTablesSamples } from './samples/workshops/tables.ts'
import { workshopSamples } from './samples/workshops/workshop.ts'

/** Of flat features and of rooms, left to right; a room’s are of the cards that it draws, whosever the template. */
const SAMPLES = [
  commonSamples,
  personSamples,
  peopleReachSamples,
  peoplePilotsSamples,
  channelBindingSamples,
  channelAnnouncementsSamples,
  channelInstallationSamples,
  workshopSamples,
  workshopAttendeesSamples,
  workshopTablesSamples,
  workshopRegistrationSamples,
  workshopSeriesSamples,
  workshopCancellationSamples,
  attendanceSamples,
  feedbackSamples,
  ideaCardSamples,
  ideaSimilaritySamples,
  ideaBoxesSamples,
  ideaSubmissionSamples,
  ideaCommentsSamples,
  ideaAnswersSamples,
  ideaMergingSamples,
  ideaModerationSamples,
  ideaHarvestSamples,
  ideaSummarySamples,
  seriesSummarySamples,
  ideaRegisterSamples,
  ideaNewsSamples,
  ballotSamples,
  ballotDraftingSamples,
  ballotResultsSamples,
  ballotLifecycleSamples,
  ballotSequelSamples,
  ballotVotingSamples,
  ballotTableVotesSamples,
  ballotPublicationSamples,
  initiativeSamples,
  initiativeMembersSamples,
  initiativeGallerySamples,
  trialDecisionSamples,
  trialLookInsSamples,
  trialSamples,
  trialTestersSamples,
  trialMeasuresSamples,
  commitmentSamples,
  commitmentNotesSamples,
  commitmentSharingSamples,
  messageSamples,
  messageResponseSamples,
  messagePreferencesSamples,
  broadcastSamples,
  broadcastDraftsSamples,
  broadcastPlanningSamples,
  nudgeSamples,
  returnSamples,
  nudgePostsSamples,
  commitmentStoriesSamples,
  commitmentPublicationSamples,
  nudgeDigestSamples,
  rightsSamples,
  askingSamples,
  utteranceSamples,
  stepSamples,
]

/** One sample at least of every card there is, in the programme's zone. `said` may change what people wrote. */
export function allSamples(
  language: Language,
  said: Said = text => text,
  words: Words = wordsIn(language, 'Europe/Paris'),
): CardOf[] {
  return SAMPLES.flatMap(samples => Object.values(samples(words, said)).flat())
}
