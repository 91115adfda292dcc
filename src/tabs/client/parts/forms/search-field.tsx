import { Input } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useSession } from '../page/context.tsx'

/** Typing rests as long before it is looked up (ms). */
const PAUSE = 350
/** Letters that are looked up. */
const MOST = 100

type Props = {
  readonly id?: string
  /** What the list was searched for last; where something else changes it, the field follows. */
  readonly words: string
  readonly label: string
  readonly className?: string
  /** Takes the focus as it comes. */
  readonly begins?: boolean
  /** Called without the spaces around, once typing rests or at once on Enter. */
  readonly search: (words: string) => void
}

/** A field in whose words a list is searched. */
export function SearchField({ id, words, label, className, begins = false, search }: Props) {
  const { say } = useSession().translator
  const [typed, setTyped] = useState(words)
  const asked = useRef(words)
  const field = useRef<HTMLInputElement>(null)
  const q = typed.trim()
  const ask = () => {
    if (q === asked.current) return
    asked.current = q
    search(q)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed sets out
  useEffect(() => {
    const timer = setTimeout(ask, PAUSE)
    return () => clearTimeout(timer)
  }, [q])
  useEffect(() => {
    if (words === asked.current) return
    asked.current = words
    setTyped(words)
  }, [words])
  // In the next frame: the menu that asked for it gives the focus back to its button.
  useEffect(() => {
    const frame = begins ? requestAnimationFrame(() => field.current?.focus()) : 0
    return () => cancelAnimationFrame(frame)
  }, [begins])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask()
  }
  return (
    <search {...(className && { className })}>
      <form onSubmit={submit}>
        <Input
          {...(id && { id })}
          ref={field}
          type="search"
          value={typed}
          maxLength={MOST}
          contentBefore={<Search20Regular aria-hidden />}
          placeholder={say('gallery.search')}
          aria-label={label}
          onChange={(_, { value }) => setTyped(value)}
        />
      </form>
    </search>
  )
}
