import { useEffect, useRef, useState } from 'react'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { CommitmentView } from '../../../contract/commitments.ts'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { failureText } from '../../parts/words/failure-text.ts'
import { linkAddress } from '../navigation/addresses.ts'
import { type PersonalTab, usePersonalTab } from '../navigation/context.tsx'
import { revealFold } from '../navigation/folds.ts'

const at = (things: string, id: string) => `/${things}/${encodeURIComponent(id)}`

/** Each is read by itself: the page's lists may not hold it. @throws Failure */
const OPENERS: Readonly<Record<string, (tab: PersonalTab, id: string) => Promise<void>>> = {
  async idea({ read, open }, id) {
    const idea = await read<IdeaView>(at('ideas', id))
    revealFold(idea.mine ? 'my-ideas' : 'ideas')
    open({ kind: 'thread', idea })
  },
  async ballot({ read, open, acting }, id) {
    const found = await read<BallotView>(at('ballots', id))
    const looking = found.state === 'closed' || !found.called || !acting
    if (looking || found.mine !== undefined) revealFold('ballots')
    open({ kind: 'vote', ballot: id, found, ...(looking && { looking: true }) })
  },
  async commitment({ read, open }, id) {
    open({ kind: 'note', commitment: await read<CommitmentView>(at('commitments', id)) })
  },
  async workshop({ read, open, announce }, id) {
    const workshop = await read<WorkshopView>(at('workshops', id))
    if (workshop.summary) {
      location.hash = linkAddress(`summary:${id}`)
      return
    }
    revealFold('workshops')
    if (workshop.mine === 'yes' && !workshop.over) return open({ kind: 'visit', workshop })
    const heading = document.getElementById(`workshop-${id}`) ?? document.getElementById('my-workshops')
    heading?.scrollIntoView({ block: 'center' })
    heading?.focus()
    announce(workshop.title)
  },
  async preferences({ open }) {
    open({ kind: 'preferences' })
  },
  async propose({ open, acting }) {
    if (acting) open({ kind: 'idea' })
  },
}

type Props = { readonly kind: string; readonly id: string }

/** Opens it once. Where it is gone, the page says so and stays as it is without the link. */
export default function OpenedThing({ kind, id }: Props) {
  const tab = usePersonalTab()
  const done = useRef(false)
  const [failure, setFailure] = useState<Failure>()
  useEffect(() => {
    if (done.current) return
    done.current = true
    OPENERS[kind]?.(tab, id).catch(thrown => setFailure(failureOf(thrown)))
  }, [tab, kind, id])
  return failure ? <Notice tone="warning">{failureText(failure, tab.translator, {})}</Notice> : null
}
