import { Info16Regular } from '@fluentui/react-icons/svg/info'
import type { MouseEvent } from 'react'
import { followLink } from '../../host/follow-link.ts'
import { usePersonalTab } from '../navigation/context.tsx'

/** For who cannot be written to yet: what adding the application gives, and the way there. */
export function InstallLine() {
  const { translator, me, acting } = usePersonalTab()
  const { install } = me
  if (!acting || !install?.startsWith('https://')) return null
  const follow = (event: MouseEvent) => {
    event.preventDefault()
    void followLink(install)
  }
  return (
    <p className="install">
      <Info16Regular aria-hidden />
      <span>
        {translator.say('install.why')}{' '}
        <a href={install} target="_blank" rel="noopener" onClick={follow}>
          {translator.say('install.add')}
        </a>
      </span>
    </p>
  )
}
