import { Button } from '@fluentui/react-components'
import { Info16Regular } from '@fluentui/react-icons/svg/info'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { followLink } from '../../host/follow-link.ts'
import { pageAddress } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'

const KEY = 'data-notice-read'

function isRead(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

/** Where nothing can be kept, it is shown again at the next visit. */
function markRead(): void {
  try {
    localStorage.setItem(KEY, '1')
  } catch {}
}

/** « Vos données »: who answers for them, at the first opening on a device, until it is closed; then what comes after it. */
export function DataLine({ children }: { children: ReactNode }) {
  const { translator, programme } = usePersonalTab()
  const { say } = translator
  const [read, setRead] = useState(isRead)
  const { controller, contact, url } = programme.privacy
  if (read) return children
  const follow = (event: MouseEvent) => {
    event.preventDefault()
    if (url) void followLink(url)
  }
  const close = () => {
    markRead()
    setRead(true)
  }
  return (
    <section className="install data-line" aria-label={say('data.notice.label')}>
      <Info16Regular aria-hidden />
      <span>
        {say('data.notice', {
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
      </span>
      <Button size="small" appearance="subtle" onClick={close}>
        {say('data.notice.close')}
      </Button>
    </section>
  )
}
