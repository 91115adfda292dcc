import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { CommitmentView } from '../../../contract/commitments.ts'
import type { AskedView } from '../../../contract/feedback.ts'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { AxisView } from '../../../contract/programme/programme.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import type { PostProposal } from '../../parts/dialogs/post-form.tsx'

/** What a part of the page asks to be opened. `begun` is called when the act sets out:
 * what asked for it then keeps its place on the page whatever the answer changes. `looking`: at the totals alone.
 */
export type DialogRequest =
  | { readonly kind: 'commit'; readonly axis?: string | undefined; readonly idea?: IdeaView }
  | { readonly kind: 'note' | 'change' | 'share' | 'story'; readonly commitment: CommitmentView }
  | { readonly kind: 'idea' | 'preferences' | 'programme' }
  | { readonly kind: 'axis' | 'carry' | 'correct' | 'thread'; readonly idea: IdeaView }
  | { readonly kind: 'colleagues'; readonly axis: AxisView }
  | {
      readonly kind: 'vote'
      readonly ballot: string
      /** As a link led to it, of one that no list of mine has: a table's, before I said that I sit there. */
      readonly found?: BallotView
      readonly begun?: () => void
      readonly looking?: true
    }
  | { readonly kind: 'direction'; readonly begun?: () => void }
  | { readonly kind: 'days'; readonly workshop: string; readonly begun?: () => void }
  | { readonly kind: 'check-in'; readonly workshop: WorkshopView; readonly place: string }
  | { readonly kind: 'visit'; readonly workshop: WorkshopView }
  | { readonly kind: 'feedback'; readonly asked: AskedView }
  | ({ readonly kind: 'post' } & PostProposal)
  | { readonly kind: 'handover'; readonly task: 'pilot' | 'deputy'; readonly direction: string }

/** Closes the dialog, and moves the focus to the element of that id when one is given. */
export type Finish = (id?: string) => void
