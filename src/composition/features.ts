import type { Config } from '../config/index.ts'
import { offered } from '../conversation/wiring.ts'
import { wireAsking } from '../features/asking/wire.ts'
import { wireBallots } from '../features/ballots/wire.ts'
import { wireChecklist } from '../features/checklist/wire.ts'
import { wireCloseout } from '../features/closeout/wire.ts'
import { wireCommitments } from '../features/commitments/wire.ts'
import { wireDrafts } from '../features/drafts/wire.ts'
import { wireFigures } from '../features/figures/wire.ts'
import { wireIdeas } from '../features/ideas/wire.ts'
import { wireNextSteps } from '../features/next-steps/wire.ts'
import { wireRights } from '../features/rights/wire.ts'
import { wireRoom } from '../features/room/wire.ts'
import { wireUtterances } from '../features/utterances/wire.ts'
import type { Erasure } from '../kernel/personal-data/erasure.ts'
import type { Measure } from '../kernel/personal-data/measure.ts'
import { wireBoards } from './boards.ts'
import { type Base, type TeamsCalls, wireFoundation } from './foundation.ts'
import { OPEN_COUNTS as openCounts } from './open-counts.ts'
import { wireReports } from './reports.ts'
import { wireSent } from './sent.ts'
import { wireTried } from './tried.ts'
import { wireVisits } from './visits.ts'

/** Builds each feature once, left to right. What it gets of another is passed by name, field by field. */
export function wireFeatures(config: Config, base: Base, teams: TeamsCalls) {
  const { database, programme, limits } = base
  const { beginSnapshot, purge } = database
  const { linkSecret, ballotSecrets, publicUrl, rates } = config
  const foundation = wireFoundation(config, base, teams, {
    closedAt: () => closeout.closedAt(),
    // A welcome says what is open, which features to the right know.
    openNow: actor => utterancesWire.openNow(actor),
  })
  const { wiring, auditWire, auditDeferred, programmeWire, peopleWire, channelWire, messageWire } = foundation
  const { thread, grounding, rewording } = foundation
  const { usecases: people } = peopleWire
  const { usecases: channels } = channelWire
  const { usecases: messages, preferences, batches } = messageWire
  const links = { origin: publicUrl, secret: linkSecret }
  const isClosed = () => closeout.isClosed()
  const { workshopWire, attendanceWire, feedbackWire } = wireVisits(wiring, {
    programme,
    people,
    channels,
    messages,
    links,
    limits,
    isClosed,
    purge,
    summarisedAmong: (...asked) => ideas.summarisedAmong(...asked),
  })
  const { usecases: workshops, plans } = workshopWire
  const { presentIn, isPresent } = attendanceWire.usecases
  const followed = () => ({
    idea: ideas.stepSubject,
    ballot: ballots.stepSubject,
    summary: ideas.summaryStepSubject,
    trial: trialWire.stepSubject,
  })
  const stepWire = wireNextSteps(wiring, { programme, people, messages, subjects: followed })
  const { usecases: steps } = stepWire
  const ideaWire = wireIdeas(wiring, {
    programme,
    people,
    channels,
    messages,
    thread,
    nextSteps: steps,
    workshops,
    seriesPosted: workshops.seriesPosted,
    presentIn,
    isPresent,
    linkSecret,
    // Ballots are to the right of ideas, and a summary tells the votes that were held.
    votes: { votesAt: workshops => ballots.votesAt(workshops), workshopOf: id => ballots.workshopOf(id) },
  })
  const { usecases: ideas, exported } = ideaWire
  const subjects = { programme, people, channels, messages, workshops, ideas }
  const { themeWire, synthesisWire } = wireBoards(wiring, { programme, people, grounding, ideaWire })
  const ballotWire = wireBallots(wiring, {
    ...subjects,
    attendance: attendanceWire.usecases,
    nextSteps: steps,
    linkSecret,
    origin: publicUrl,
    ballotSecrets,
    purge,
  })
  const { usecases: ballots, byDirection } = ballotWire
  const troubled = (text: string) => utterancesWire.troubled(text)
  const draftWire = wireDrafts({ programme, rewording, troubled })
  const roomWire = wireRoom(wiring, {
    programme,
    people,
    workshops,
    attendance: attendanceWire.usecases,
    feedback: feedbackWire.usecases,
    nextSteps: steps,
    ideas,
    ballots,
    votesAt: ballots.votesAt,
    limits,
    linkSecret,
    publicUrl,
  })
  const commitmentWire = wireCommitments(wiring, { programme, people, channels, thread, ideas, isClosed })
  const { usecases: commitments } = commitmentWire
  const { initiativeWire, trialWire, recordWire } = wireTried(wiring, {
    ...subjects,
    thread,
    commitments,
    nextSteps: steps,
    replaceLesson: programmeWire.replaceLesson,
    linkSecret,
    purge,
  })
  const { usecases: initiatives } = initiativeWire
  const { broadcastWire, nudgeWire, returnWire } = wireSent(wiring, {
    ...subjects,
    batches,
    preferences,
    ballots,
    commitments,
    trials: recordWire.usecases,
    rates,
    limits,
    isClosed,
    auditDeferred,
    moves: { ideas: ideaWire.moves, initiatives: initiativeWire.moves, trials: trialWire.moves },
  })
  const checklistWire = wireChecklist(wiring, { reminderReasons: nudgeWire.reminderReasons })
  const drawn = { idea: ideaWire.drawn, commitment: commitmentWire.drawn }
  const asked = { programme, workshops, ideas, ballots, commitments, isClosed }
  const askingWire = wireAsking(wiring, {
    ...asked,
    initiatives,
    // What speaks of distress is heard by the feature to the right.
    concerned: (actor, text) => utterancesWire.concerned(actor, text),
    troubled,
    grounding,
  })
  const utterancesWire = wireUtterances(wiring, { ...asked, asking: askingWire.usecases, drawn })
  const counted = [peopleWire, channelWire, messageWire, workshopWire, ideaWire, ballotWire, commitmentWire]
  const acting = [
    stepWire,
    attendanceWire,
    feedbackWire,
    initiativeWire,
    trialWire,
    recordWire,
    broadcastWire,
    nudgeWire,
    returnWire,
    checklistWire,
    roomWire,
    askingWire,
    utterancesWire,
    themeWire,
    draftWire,
    synthesisWire,
  ]
  const measures = offered<Measure>(counted, 'measures')
  const figureWire = wireFigures(wiring, {
    programme,
    measures,
    linkSecret,
    workshops,
    commitments,
    initiatives,
  })
  const { usecases: figures } = figureWire
  const { reviewWire, publicationWire, exportWire } = wireReports(wiring, {
    programme,
    beginSnapshot,
    publicUrl,
    exported,
    themeTitles: themeWire.titlesIn,
    plans,
    byDirection,
    ballots,
    commitments,
    initiatives,
    trialRecords: recordWire,
    figures,
  })
  const closeoutWire = wireCloseout(wiring, {
    programme,
    people,
    openCounts,
    ballots: ballotWire.ending,
    broadcasts: broadcastWire.ending,
    reviewFile: publicationWire.usecases.file,
    openData: exportWire.usecases.openData,
    methodFile: programmeWire.methodFile,
    schemas: { openData: exportWire.openDataSchema, method: programmeWire.methodSchema },
  })
  const { usecases: closeout } = closeoutWire
  const rightsWire = wireRights(wiring, {
    programme,
    purge,
    leaving: peopleWire.leaving,
    erasures: offered<Erasure>([...counted, ...acting].toReversed(), 'erasures'),
    people,
    workshops,
    ideas,
    initiatives,
  })
  return {
    wiring,
    audit: auditWire,
    people: peopleWire,
    channels,
    messages,
    thread,
    checkOpen: closeout.checkOpen,
    screens: roomWire.screens,
    holdsRemote: roomWire.holdsRemote,
    leadsTo: roomWire.leadsTo,
    wires: [
      ...counted,
      ...acting,
      programmeWire,
      figureWire,
      reviewWire,
      publicationWire,
      exportWire,
      closeoutWire,
      rightsWire,
    ],
    files: [...workshopWire.files, ...exportWire.files],
    /** Listeners of delivery results, by owner of the post. */
    answered: [channels.answered, broadcastWire.answered] as const,
    /** At start: resumes work that an earlier process left unfinished. */
    resume: () =>
      Promise.all([messageWire.ready(), ballotWire.resume(), ideaWire.resume(), themeWire.resume()]),
  }
}
