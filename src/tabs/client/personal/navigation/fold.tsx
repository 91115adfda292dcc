import './fold.css'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { type ReactNode, useId } from 'react'
import type { PartKey } from '../../data/api/failure.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useUnread } from '../../parts/notices/unread-notice.tsx'
import { useSecondColumn } from '../../parts/page/narrow.ts'
import { chooseFold, type FoldName, useFold } from './folds.ts'

type Props = {
  readonly name: FoldName
  readonly title: string
  /** Of the heading, where the focus may be sent to it. */
  readonly id?: string
  /** How many there are or how they stand, in a word or two; '' where a part of the list alone is known. */
  readonly state?: string
  /** What cannot be read is said in it: it opens then by itself. */
  readonly part?: PartKey
  /** Open where it stands beside the commitments, until somebody closes it. */
  readonly beside?: boolean
  /** What is done most: beside the title, folded or not. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

const NONE: readonly PartKey[] = []

/** A section of the page in one line, which opens in place. */
export function Fold({ name, title, id, state = '', part, beside = false, action, children }: Props) {
  const own = useId()
  const second = useSecondColumn()
  const open = useFold(name, useUnread(part ? [part] : NONE), beside && second)
  const [heading, body] = [`${own}-title`, `${own}-body`]
  return (
    <section className="fold" aria-labelledby={heading}>
      <div className="fold-head">
        <h2>
          <button
            type="button"
            className="fold-press"
            {...(id !== undefined && { id })}
            aria-expanded={open}
            aria-controls={body}
            onClick={() => chooseFold(name, !open)}
          >
            <ChevronDown20Regular aria-hidden />
            <span id={heading}>{title}</span>
            {state && <span className="fold-state">{` · ${state}`}</span>}
          </button>
        </h2>
        {action}
      </div>
      <div className="fold-body panel" id={body} hidden={!open}>
        {open && <LazyPart fallback={<div className="bone-list" aria-busy="true" />}>{children}</LazyPart>}
      </div>
    </section>
  )
}
