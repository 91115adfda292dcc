import { Button } from '@fluentui/react-components'
import { Settings20Regular } from '@fluentui/react-icons/svg/settings'
import type { ComponentProps } from 'react'
import { useDesk } from '../navigation/context.tsx'

/** Alone before the menu's code is there, then the menu's own trigger, which hands it more properties. */
export function SettingsButton(props: ComponentProps<'button'>) {
  const { speech } = useDesk()
  return (
    <Button
      {...props}
      as="button"
      appearance="subtle"
      className="settings"
      aria-haspopup="menu"
      icon={<Settings20Regular />}
      aria-label={speech.say('tab.settings')}
    />
  )
}
