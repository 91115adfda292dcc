import { Button } from '@fluentui/react-components'
import { Settings20Regular } from '@fluentui/react-icons/svg/settings'
import type { ComponentProps } from 'react'
import { usePersonalTab } from '../navigation/context.tsx'

/** Alone before the menu's code is there, then the menu's own trigger, which hands it more properties. */
export function SettingsButton(props: ComponentProps<'button'>) {
  const { translator } = usePersonalTab()
  return (
    <Button
      {...props}
      as="button"
      appearance="subtle"
      className="settings"
      aria-haspopup="menu"
      icon={<Settings20Regular />}
      aria-label={translator.say('tab.settings')}
    />
  )
}
