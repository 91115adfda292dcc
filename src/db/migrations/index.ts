import type { Migration } from 'kysely/migration'
import { delivery } from './001-delivery.ts'
import { programme } from './002-programme.ts'
import { people } from './003-people.ts'
import { channels } from './004-channels.ts'
import { workshops } from './005-workshops.ts'
import { ideas } from './006-ideas.ts'
import { ballots } from './007-ballots.ts'
import { commitments } from './008-commitments.ts'
import { sharedCommitments } from './009-shared-commitments.ts'
import { takingPart } from './010-taking-part.ts'
import { messages } from './011-messages.ts'
import { thread } from './012-thread.ts'
import { answeredIdeas } from './013-ideas.ts'
import { workshopChanges } from './014-workshop-changes.ts'
import { commitmentNotes } from './015-commitment-notes.ts'
import { figures } from './016-figures.ts'
import { ballotConclusion } from './017-ballot-conclusion.ts'
import { roster } from './019-roster.ts'
import { audit } from './020-audit.ts'
import { limits } from './023-limits.ts'
import { reach } from './024-reach.ts'
import { boundChannels } from './025-bound-channels.ts'
import { colleagues } from './026-colleagues.ts'
import { keptAudit } from './027-kept-audit.ts'
import { teamReading } from './029-team-reading.ts'
import { sending } from './030-sending.ts'
import { silence } from './031-silence.ts'
import { broadcasts } from './032-broadcasts.ts'
import { nudges } from './033-nudges.ts'
import { topicEffect } from './034-topic-effect.ts'
import { bulk } from './035-bulk.ts'
import { announced } from './036-announced.ts'
import { ideaStates } from './037-idea-states.ts'
import { stems } from './038-stems.ts'
import { moderation } from './039-moderation.ts'
import { choices } from './040-choices.ts'
import { sealedVotes } from './041-sealed-votes.ts'
import { initiatives } from './042-initiatives.ts'
import { ideaOrigins } from './043-idea-origins.ts'
import { series } from './044-series.ts'
import { seriesAnnounced } from './045-series-announced.ts'
import { attendance } from './046-attendance.ts'
import { tables } from './047-tables.ts'
import { harvests } from './048-harvests.ts'
import { feedback } from './049-feedback.ts'
import { summaries } from './050-summaries.ts'
import { pastMessages } from './053-past-messages.ts'
import { auditFilters } from './054-audit-filters.ts'
import { heldRoles } from './055-held-roles.ts'
import { ideaRegister } from './057-idea-register.ts'
import { rights } from './058-rights.ts'
import { retention } from './062-retention.ts'
import { commentReports } from './063-comment-reports.ts'
import { joinedCounts } from './064-joined-counts.ts'
import { ideaLeaving } from './065-idea-leaving.ts'
import { accounts } from './066-accounts.ts'
import { belonging } from './067-belonging.ts'
import { workshopCards } from './069-workshop-cards.ts'
import { pendingDecisions } from './072-pending-decisions.ts'
import { commitmentChanges } from './073-commitment-changes.ts'
import { awaitedPilots } from './074-awaited-pilots.ts'
import { withdrawnComments } from './076-withdrawn-comments.ts'
import { estimates } from './077-estimates.ts'
import { nextSteps } from './078-next-steps.ts'
import { ideaRanking } from './080-idea-ranking.ts'
import { answersDue } from './081-answers-due.ts'
import { ballotSequel } from './082-ballot-sequel.ts'
import { review } from './083-review.ts'
import { reviewTexts } from './084-review-texts.ts'
import { closeout } from './085-closeout.ts'
import { room } from './086-room.ts'
import { screens } from './087-screens.ts'
import { wall } from './088-wall.ts'
import { roomVotes } from './089-room-votes.ts'
import { workshopPresence } from './090-workshop-presence.ts'
import { closedBoxes } from './091-closed-boxes.ts'
import { openings } from './092-openings.ts'
import { checklist } from './093-checklist.ts'
import { plannedBroadcasts } from './094-planned-broadcasts.ts'
import { utterances } from './096-utterances.ts'
import { returns } from './097-returns.ts'
import { commitmentStories } from './098-commitment-stories.ts'
import { pilotPosts } from './099-pilot-posts.ts'
import { methodVersions } from './101-method-versions.ts'
import { wordings } from './104-wordings.ts'
import { assistant } from './105-assistant.ts'
import { themes } from './108-themes.ts'
import { syntheses } from './109-syntheses.ts'
import { synthesisSamples } from './110-synthesis-samples.ts'
import { aiOptOut } from './111-ai-opt-out.ts'
import { themeProposals } from './112-theme-proposals.ts'
import { pluralStems } from './113-plural-stems.ts'
import { objections } from './114-objections.ts'
import { trials } from './115-trials.ts'
import { descent } from './116-descent.ts'
import { initiativeSteps } from './118-initiative-steps.ts'
import { trialLessons } from './119-trial-lessons.ts'

/** By name: a number, which orders them, and what it is about. */
export type Migrations = Readonly<Record<string, Migration>>

/** In order of number. One that has run anywhere is never changed: add the next. */
export const migrations: Migrations = {
  '001-delivery': delivery,
  '002-programme': programme,
  '003-people': people,
  '004-channels': channels,
  '005-workshops': workshops,
  '006-ideas': ideas,
  '007-ballots': ballots,
  '008-commitments': commitments,
  '009-shared-commitments': sharedCommitments,
  '010-taking-part': takingPart,
  '011-messages': messages,
  '012-thread': thread,
  '013-ideas': answeredIdeas,
  '014-workshop-changes': workshopChanges,
  '015-commitment-notes': commitmentNotes,
  '016-figures': figures,
  '017-ballot-conclusion': ballotConclusion,
  '019-roster': roster,
  '020-audit': audit,
  '023-limits': limits,
  '024-reach': reach,
  '025-bound-channels': boundChannels,
  '026-colleagues': colleagues,
  '027-kept-audit': keptAudit,
  '029-team-reading': teamReading,
  '030-sending': sending,
  '031-silence': silence,
  '032-broadcasts': broadcasts,
  '033-nudges': nudges,
  '034-topic-effect': topicEffect,
  '035-bulk': bulk,
  '036-announced': announced,
  '037-idea-states': ideaStates,
  '038-stems': stems,
  '039-moderation': moderation,
  '040-choices': choices,
  '041-sealed-votes': sealedVotes,
  '042-initiatives': initiatives,
  '043-idea-origins': ideaOrigins,
  '044-series': series,
  '045-series-announced': seriesAnnounced,
  '046-attendance': attendance,
  '047-tables': tables,
  '048-harvests': harvests,
  '049-feedback': feedback,
  '050-summaries': summaries,
  '053-past-messages': pastMessages,
  '054-audit-filters': auditFilters,
  '055-held-roles': heldRoles,
  '057-idea-register': ideaRegister,
  '058-rights': rights,
  '062-retention': retention,
  '063-comment-reports': commentReports,
  '064-joined-counts': joinedCounts,
  '065-idea-leaving': ideaLeaving,
  '066-accounts': accounts,
  '067-belonging': belonging,
  '069-workshop-cards': workshopCards,
  '072-pending-decisions': pendingDecisions,
  '073-commitment-changes': commitmentChanges,
  '074-awaited-pilots': awaitedPilots,
  '076-withdrawn-comments': withdrawnComments,
  '077-estimates': estimates,
  '078-next-steps': nextSteps,
  '080-idea-ranking': ideaRanking,
  '081-answers-due': answersDue,
  '082-ballot-sequel': ballotSequel,
  '083-review': review,
  '084-review-texts': reviewTexts,
  '085-closeout': closeout,
  '086-room': room,
  '087-screens': screens,
  '088-wall': wall,
  '089-room-votes': roomVotes,
  '090-workshop-presence': workshopPresence,
  '091-closed-boxes': closedBoxes,
  '092-openings': openings,
  '093-checklist': checklist,
  '094-planned-broadcasts': plannedBroadcasts,
  '096-utterances': utterances,
  '097-returns': returns,
  '098-commitment-stories': commitmentStories,
  '099-pilot-posts': pilotPosts,
  '101-method-versions': methodVersions,
  '104-wordings': wordings,
  '105-assistant': assistant,
  '108-themes': themes,
  '109-syntheses': syntheses,
  '110-synthesis-samples': synthesisSamples,
  '111-ai-opt-out': aiOptOut,
  '112-theme-proposals': themeProposals,
  '113-plural-stems': pluralStems,
  '114-objections': objections,
  '115-trials': trials,
  '116-descent': descent,
  '118-initiative-steps': initiativeSteps,
  '119-trial-lessons': trialLessons,
}
