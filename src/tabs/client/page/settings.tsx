import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { Settings20Regular } from '@fluentui/react-icons/svg/settings'
import { useRef } from 'react'
import type { Language } from '../../../kernel/language.ts'
import { useAct } from './act.tsx'
import { useDesk } from './desk.tsx'

/** Each language in its own words, whatever the page speaks. */
const NAMES: Record<Language, string> = { fr: 'Français', en: 'English' }

/** What a person may correct about themselves: Direction and language. */
export function Settings() {
  const { speech, me, acts, open } = useDesk()
  const act = useAct()
  const button = useRef<HTMLButtonElement>(null)
  const speak = (language: Language) => act.run(() => acts.correctMe({ language }), NAMES[language])
  return (
    <Menu
      checkedValues={{ language: [me.language] }}
      onCheckedValueChange={(_, { checkedItems }) => void speak(checkedItems[0] === 'en' ? 'en' : 'fr')}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={button}
          appearance="subtle"
          className="settings"
          icon={<Settings20Regular />}
          aria-label={speech.say('tab.settings')}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => open({ kind: 'direction' }, button.current)}>
            {me.direction
              ? speech.say('tab.direction.correct', { direction: me.direction.name })
              : speech.say('tab.direction.say')}
          </MenuItem>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{speech.say('tab.language')}</MenuGroupHeader>
            {(['fr', 'en'] as const).map(language => (
              <MenuItemRadio key={language} name="language" value={language} lang={language}>
                {NAMES[language]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
