import { useState } from 'react'
import type { CommentView } from '../../../contract/ideas/ideas.ts'
import { PagedList } from '../lists/paged-list.tsx'
import type { Pages } from '../lists/pages.ts'
import { useSession } from '../page/context.tsx'
import { momentText } from '../words/days.ts'
import { CommentDecision, type Decide } from './comment-decision.tsx'
import { ReportButton, type SendReport } from './report.tsx'
import { type Withdraw, WithdrawButton, WithdrawnNotice } from './withdrawal.tsx'

type Acting = {
  readonly report?: SendReport | undefined
  readonly decide?: Decide | undefined
  readonly withdraw?: Withdraw | undefined
}

type Props = Acting & {
  readonly comment: CommentView
  readonly change: (comment: CommentView) => void
  readonly gone: () => void
}

function Comment({ comment, report, decide, withdraw, change, gone }: Props) {
  const { author, mine, ofAuthor, text, at, hidden } = comment
  const { translator, programme, me } = useSession()
  const decides = decide !== undefined && me.role === 'organiser'
  const others = ofAuthor ? translator.say('comment.of-author') : author
  const name = mine ? translator.say('comment.mine') : others
  const when = momentText(at, programme.today, translator)
  return (
    <>
      <p className="quiet">{name ? `${name}\u00A0· ${when}` : when}</p>
      <p>{text}</p>
      {hidden !== undefined && (
        <p className="quiet">{translator.say('comment.hidden.because', { reason: hidden })}</p>
      )}
      {withdraw && mine && <WithdrawButton comment={comment} withdraw={withdraw} done={gone} />}
      {decides && !mine && <CommentDecision comment={comment} decide={decide} change={change} />}
      {report && !decides && !mine && hidden === undefined && (
        <ReportButton of="comment" thing={comment} report={report} />
      )}
    </>
  )
}

/**
 * What colleagues say of an idea, in the order it was said. `report`, `decide`, `withdraw`: absent for who only reads;
 * `decide` is offered to organisers alone.
 */
export function Comments({ pages, ...acting }: Acting & { readonly pages: Pages<CommentView> }) {
  const { translator } = useSession()
  const { withdraw } = acting
  const [withdrawn, setWithdrawn] = useState<CommentView>()
  const change = (to: CommentView) =>
    pages.change(items => items.map(comment => (comment.id === to.id ? to : comment)))
  const gone = (comment: CommentView) => {
    pages.change(items => items.filter(({ id }) => id !== comment.id))
    setWithdrawn(comment)
  }
  const back = (comment: CommentView) => {
    const isOther = ({ id }: CommentView) => id !== comment.id
    pages.change(items => [...items.filter(isOther), comment].toSorted((a, b) => a.at - b.at))
    setWithdrawn(undefined)
    requestAnimationFrame(() => document.getElementById(`comment-${comment.id}`)?.focus())
  }
  return (
    <>
      <PagedList
        pages={pages}
        label={translator.say('comment.list')}
        className="rows comments"
        empty={translator.say('comment.none')}
        idOf={({ id }) => `comment-${id}`}
        draw={comment => <Comment {...acting} comment={comment} change={change} gone={() => gone(comment)} />}
      />
      {withdraw && withdrawn && (
        <WithdrawnNotice
          key={withdrawn.id}
          comment={withdrawn}
          withdraw={withdraw}
          done={() => back(withdrawn)}
        />
      )}
    </>
  )
}
