import { lazy, useState } from 'react'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { SettingsButton } from './settings-button.tsx'

const SettingsMenu = lazy(() => import('./settings-menu.tsx'))

/** Settings of the person. */
export function Settings() {
  const [wanted, setWanted] = useState(false)
  if (!wanted) return <SettingsButton onClick={() => setWanted(true)} />
  return (
    <LazyPart fallback={<SettingsButton />}>
      <SettingsMenu />
    </LazyPart>
  )
}
