import type { CommitmentView } from '../../contract/commitments.ts'
import type { IdeaView } from '../../contract/ideas.ts'

/** What a part of the page asks to be opened. `done` is called once the act went through. */
export type DialogRequest =
  | { readonly kind: 'commit'; readonly axis?: string | undefined; readonly idea?: IdeaView }
  | { readonly kind: 'let-go'; readonly commitment: CommitmentView }
  | { readonly kind: 'idea' }
  | { readonly kind: 'vote'; readonly ballot: string; readonly done?: () => void }
  | { readonly kind: 'direction'; readonly done?: () => void }
