import { useSession } from '../../parts/page/context.tsx'

/** Skip link: past the tabs, to the section's content. */
export function SkipLink({ to }: { to: string }) {
  const { say } = useSession().translator
  return (
    <a
      className="skip-link"
      href={`#${to}`}
      onClick={event => {
        // The address after `#` is the page's own.
        event.preventDefault()
        document.getElementById(to)?.focus()
      }}
    >
      {say('organiser.skip')}
    </a>
  )
}
