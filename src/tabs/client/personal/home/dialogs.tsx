import { useFocusFinders } from '@fluentui/react-components'
import { PostForm } from '../../parts/dialogs/post-form.tsx'
import { VoteDialog } from '../ballots/vote-dialog.tsx'
import { CheckInDialog } from '../check-in/check-in-dialog.tsx'
import { ChangeDialog } from '../commitments/change-dialog.tsx'
import { ColleaguesDialog } from '../commitments/colleagues-dialog.tsx'
import { CommitDialog } from '../commitments/commit-dialog.tsx'
import { NoteDialog } from '../commitments/note-dialog.tsx'
import { ShareDialog } from '../commitments/share-dialog.tsx'
import { StoryDialog } from '../commitments/story-dialog.tsx'
import { AxisDialog } from '../ideas/axis-dialog.tsx'
import { CarryDialog } from '../ideas/carry-dialog.tsx'
import { CorrectDialog } from '../ideas/correct-dialog.tsx'
import { IdeaDialog } from '../ideas/idea-dialog.tsx'
import { ThreadDialog } from '../ideas/thread-dialog.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import type { DialogRequest, Finish } from '../navigation/dialog-request.ts'
import { HandoverDialog } from '../pilot/handover-dialog.tsx'
import { DirectionDialog } from '../settings/direction-dialog.tsx'
import { PreferencesDialog } from '../settings/preferences-dialog.tsx'
import { DaysDialog } from '../workshops/days-dialog.tsx'
import { FeedbackDialog } from '../workshops/feedback-dialog.tsx'
import { VisitDialog } from '../workshops/visit-dialog.tsx'
import { ProgrammeDialog } from './programme-dialog.tsx'

type Props = { readonly request: DialogRequest | undefined; readonly finish: Finish }

function Current({ request, finish }: { request: DialogRequest; finish: Finish }) {
  const { acts } = usePersonalTab()
  switch (request.kind) {
    case 'commit':
      return <CommitDialog request={request} finish={finish} />
    case 'change':
      return <ChangeDialog commitment={request.commitment} finish={finish} />
    case 'share':
      return <ShareDialog commitment={request.commitment} finish={finish} />
    case 'story':
      return <StoryDialog commitment={request.commitment} finish={finish} />
    case 'programme':
      return <ProgrammeDialog finish={finish} />
    case 'idea':
      return <IdeaDialog finish={finish} />
    case 'axis':
      return <AxisDialog idea={request.idea} finish={finish} />
    case 'correct':
      return <CorrectDialog idea={request.idea} finish={finish} />
    case 'carry':
      return <CarryDialog idea={request.idea} finish={finish} />
    case 'thread':
      return <ThreadDialog idea={request.idea} finish={finish} />
    case 'note':
      return <NoteDialog commitment={request.commitment} finish={finish} />
    case 'colleagues':
      return <ColleaguesDialog axis={request.axis} finish={finish} />
    case 'preferences':
      return <PreferencesDialog finish={finish} />
    case 'vote':
      return <VoteDialog request={request} finish={finish} />
    case 'direction':
      return <DirectionDialog request={request} finish={finish} />
    case 'days':
      return <DaysDialog request={request} finish={finish} />
    case 'check-in':
      return <CheckInDialog request={request} finish={finish} />
    case 'visit':
      return <VisitDialog workshop={request.workshop} finish={finish} />
    case 'feedback':
      return <FeedbackDialog asked={request.asked} finish={finish} />
    case 'post':
      return <PostForm request={request} send={acts.post} finish={finish} />
    case 'handover':
      return <HandoverDialog request={request} finish={finish} />
  }
}

export default function Dialogs({ request, finish }: Props) {
  // Holds Fluent's focus engine between dialogs. Were it let go of with the last one, it would leave the page behind
  // hidden from screen readers (seen with 9.74).
  useFocusFinders()
  return request ? <Current request={request} finish={finish} /> : null
}
