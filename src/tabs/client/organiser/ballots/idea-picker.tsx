import { Button, Input } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { useEffect, useRef, useState } from 'react'
import type { RegisterListName, RegisterView } from '../../../contract/ideas/register.ts'
import type { Near, Page } from '../../../contract/primitives.ts'
import { IdeaStateBadge } from '../../parts/ideas/idea-text.tsx'
import { NearNote } from '../../parts/lists/near-note.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import type { ChosenIdea } from './form.ts'

/** Debounce of typing (ms). */
const PAUSE = 350
const OFFERED = 8

/** Undecided ideas, then those decided lately; or search results. */
const PARTS: readonly RegisterListName[] = ['waiting', 'studied', 'decided']

function useOffered(text: string) {
  const { read } = useSession()
  const [found, setFound] = useState<readonly (RegisterView & Near)[]>([])
  const q = text.trim()
  useEffect(() => {
    let late = false
    const page = (search: { part: RegisterListName; q?: string }) =>
      read<Page<RegisterView & Near>>(`/ideas/register?${new URLSearchParams(search)}`).then(
        ({ items }) => items,
        () => [],
      )
    const ask = async () => {
      const pages = q ? [page({ part: 'all', q })] : PARTS.map(part => page({ part }))
      const items = (await Promise.all(pages)).flat()
      if (!late) setFound(items)
    }
    const timer = setTimeout(() => void ask(), q ? PAUSE : 0)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [q, read])
  return found
}

/** Sort order: undecided ideas first, those set aside last. */
function rankOf({ state }: RegisterView): number {
  if (state === 'received' || state === 'studied') return 0
  return state === 'retained' || state === 'answered' ? 1 : 2
}

type Props = {
  readonly chosen: readonly ChosenIdea[]
  readonly change: (chosen: readonly ChosenIdea[]) => void
}

/** Ideas to be options: those still open first, or found by their words. */
export function IdeaPicker({ chosen, change }: Props) {
  const { translator, announce } = useSession()
  const { say } = translator
  const [text, setText] = useState('')
  const offered = useOffered(text)
    .filter(({ id }) => chosen.every(each => each.id !== id))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, OFFERED)
  const field = useRef<HTMLDivElement>(null)
  const back = () => field.current?.querySelector('input')?.focus()
  return (
    <div className="ballot-picker" ref={field}>
      {chosen.length > 0 && (
        <ul className="rows" aria-label={say('ballots.chosen')}>
          {chosen.map(idea => (
            <li key={idea.id} className="ballot-pick">
              <span>{idea.text}</span>
              <Button
                size="small"
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={actName(translator, 'ballots.remove', idea.text)}
                onClick={() => {
                  change(chosen.filter(({ id }) => id !== idea.id))
                  back()
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <Input
        type="search"
        value={text}
        maxLength={100}
        contentBefore={<Search20Regular aria-hidden />}
        placeholder={say('ballots.find')}
        aria-label={say('ballots.find')}
        onChange={(_, { value }) => setText(value)}
        onKeyDown={event => {
          // Enter looks for ideas; it sends nothing.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <NearNote found={offered} />
      {offered.length > 0 && (
        <ul className="rows" aria-label={say('ballots.offered')}>
          {offered.map(({ id, text: words, state, supports, directions }) => (
            <li key={id} className="ballot-pick">
              <span>
                {words} <IdeaStateBadge state={state} />{' '}
                <span className="quiet">{say('idea.supports', { count: supports, directions })}</span>
              </span>
              <Button
                size="small"
                icon={<Add16Regular />}
                aria-label={actName(translator, 'ballots.add', words)}
                onClick={() => {
                  change([...chosen, { id, text: words }])
                  announce(say('ballots.added', { text: words }))
                  back()
                }}
              >
                {say('ballots.add')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
