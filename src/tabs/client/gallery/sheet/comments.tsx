import { type FormEvent, useId, useState } from 'react'
import type { CommentView } from '../../../contract/ideas/ideas.ts'
import type { InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Comments } from '../../parts/comments/comments.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { LIMIT, TextField } from '../../parts/forms/text-field.tsx'
import type { Pages } from '../../parts/lists/pages.ts'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { useGalleryTab } from '../initiative/context.tsx'

type Props = {
  readonly sheet: InitiativeSheet
  readonly pages: Pages<CommentView>
}

/** Form for a comment. Each one sent starts a new one, with a new nonce. */
function CommentForm({ sheet, pages }: Props) {
  const { translator } = useSession()
  const { acts } = useGalleryTab()
  const act = useAct()
  const [nonce, setNonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const draft = useDraft(`comment:${sheet.id}`, { text: '' })
  const { text } = draft.value
  const send = async () => {
    const length = lengthOf(text)
    setTried(true)
    if (length === 0 || length > LIMIT) return focusFirstInvalid()
    const post = async () => {
      const comment = await acts.comment(sheet, { nonce, text })
      pages.change(items => [...items.filter(({ id }) => id !== comment.id), comment])
    }
    if (!(await act.run(post, translator.say('comment.sent')))) return
    setNonce(mintNonce)
    setTried(false)
    draft.reset()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className="comment-form" onSubmit={onSubmit} noValidate>
      <TextField
        label={translator.say('comment.label')}
        value={text}
        onChange={next => draft.change({ text: next })}
        tried={tried}
        rows={2}
      />
      <p className="quiet">
        {translator.say(sheet.words.unnamed ? 'comment.rules.unnamed' : 'comment.rules')}
      </p>
      <ActFailure act={act} />
      <ActButton act={act} type="submit">
        {translator.say('comment.send')}
      </ActButton>
    </form>
  )
}

/** What colleagues say of it, in the order it was said, and a place for one's own words. */
export function SheetComments(props: Props) {
  const { translator, acting } = useSession()
  const { acts } = useGalleryTab()
  const heading = useId()
  return (
    <section className="sheet-comments" aria-labelledby={heading}>
      <h2 id={heading}>{translator.say('gallery.comments', { count: props.sheet.comments })}</h2>
      <Comments
        pages={props.pages}
        {...(acting && {
          report: acts.reportComment,
          decide: acts.decideComment,
          withdraw: acts.withdrawComment,
        })}
      />
      {acting && <CommentForm {...props} />}
    </section>
  )
}
