import { lazy, useRef, useState } from 'react'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'

const HiddenDialog = lazy(() => import('./hidden-figures-dialog.tsx'))

/** « Pourquoi « environ » ? », or why no number of people stands there. */
export function WhyLink({ numbers }: { readonly numbers: boolean }) {
  const { translator } = useSession()
  const [shown, show] = useState<boolean>()
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    show(false)
    opener.current?.focus()
  }
  return (
    <>
      <button type="button" className="why-link" ref={opener} onClick={() => show(true)}>
        {translator.say(numbers ? 'direction.hidden' : 'direction.hidden.none')}
      </button>
      {shown !== undefined && (
        <LazyPart>
          <HiddenDialog shown={shown} close={close} />
        </LazyPart>
      )}
    </>
  )
}
