import { Checkbox, Input } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { useRef, useState } from 'react'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { PlacedIdeaView } from '../../../contract/ideas/themes.ts'
import { usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { type SynthesisSection, useSynthesis } from './synthesis-context.ts'

/** Ideas that a sentence may stand on. */
export const MOST = 8
const TOPICS: readonly ChangeTopic[] = ['themes', 'ideas']

export type SentenceIdea = { readonly id: string; readonly text: string }

/** Capitals and accents do not count. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

type Props = {
  readonly section: SynthesisSection
  readonly chosen: readonly SentenceIdea[]
  readonly change: (chosen: readonly SentenceIdea[]) => void
  /** Whether one is missing, once sending was tried. */
  readonly invalid: boolean
}

/** Ideas under the theme, or under none, page by page; those that the sentence stands on at first come first. */
export function IdeaChoice({ section: { id }, chosen, change, invalid }: Props) {
  const { say } = useSession().translator
  const { axis, call } = useSynthesis()
  const [first] = useState(chosen)
  const [search, setSearch] = useState('')
  const rows = useRef<HTMLUListElement>(null)
  const place = { axis, part: id === undefined ? 'alone' : 'theme' }
  const path = `/themes/ideas?${new URLSearchParams(id === undefined ? place : { ...place, theme: id })}`
  const { items, failure, loadedAt, refresh, readOn } = usePaged<PlacedIdeaView>(
    call,
    path,
    TOPICS,
    'unread.themes',
  )
  const isChosen = (idea: SentenceIdea) => chosen.some(each => each.id === idea.id)
  const all = [...first, ...(items ?? []).filter(idea => first.every(each => each.id !== idea.id))]
  const words = plain(search.trim())
  const found = all.filter(({ text }) => plain(text).includes(words))
  const shown = all.filter(idea => isChosen(idea) || found.includes(idea))
  const put = ({ id: idea, text }: SentenceIdea, on: boolean) =>
    change(on ? [...chosen, { id: idea, text }] : chosen.filter(each => each.id !== idea))
  return (
    <fieldset className="synthesis-choice">
      <legend>{say('synthesis.page.ideas')}</legend>
      <p className="quiet" aria-live="polite">
        {say('synthesis.page.ideas.chosen', { count: chosen.length, max: MOST })}
      </p>
      <Input
        type="search"
        value={search}
        maxLength={100}
        contentBefore={<Search20Regular aria-hidden />}
        aria-label={say('synthesis.page.ideas.search')}
        placeholder={say('gallery.search')}
        onChange={(_, { value }) => setSearch(value)}
        onKeyDown={event => {
          // Enter looks for ideas; it sends nothing.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      {words !== '' && (
        <p className="quiet" aria-live="polite">
          {say('synthesis.page.ideas.found', { count: found.length })}
        </p>
      )}
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <SkeletonRows count={3} />}
      <ul className="synthesis-choices" ref={rows}>
        {shown.map(idea => (
          <li key={idea.id}>
            <Checkbox
              label={idea.text}
              checked={isChosen(idea)}
              disabled={!isChosen(idea) && chosen.length >= MOST}
              aria-invalid={invalid}
              onChange={(_, { checked }) => put(idea, checked === true)}
            />
          </li>
        ))}
      </ul>
      <ReadOn read={readOn} list={rows} count={shown.length} />
      {invalid && <p className="synthesis-wrong">{say('synthesis.page.ideas.missing')}</p>}
    </fieldset>
  )
}
