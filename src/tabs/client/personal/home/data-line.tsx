import type { MouseEvent } from 'react'
import { followLink } from '../../host/follow-link.ts'
import { pageAddress } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'

/** « Vos données »: who answers for them, in a quiet line at the end of the page; the `first` time, what they are for too. */
export function DataLine({ first }: { readonly first: boolean }) {
  const { translator, programme } = usePersonalTab()
  const { say } = translator
  const { controller, contact, url } = programme.privacy
  const follow = (event: MouseEvent) => {
    event.preventDefault()
    if (url) void followLink(url)
  }
  return (
    <section className="quiet data-line" aria-label={say('data.notice.label')}>
      {say(first ? 'data.notice' : 'data.notice.short', {
        controller: controller ?? say('data.notice.controller'),
        contact: contact ?? say('data.notice.contact'),
      })}{' '}
      <a href={pageAddress('data')}>{say('tab.data')}</a>
      {url && (
        <>
          {'\u00A0· '}
          <a href={url} target="_blank" rel="noopener" onClick={follow}>
            {say('data.notice.full')}
          </a>
        </>
      )}
    </section>
  )
}
