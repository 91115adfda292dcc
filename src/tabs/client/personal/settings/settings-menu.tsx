import {
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
import { useRef } from 'react'
import type { Language } from '../../../../kernel/text/language.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { type PageName, pageAddress } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { SettingsButton } from './settings-button.tsx'

/** Each language by its own name. */
const NAMES: Record<Language, string> = { fr: 'Français', en: 'English' }

/** Direction, messages and language. Loaded on first use, so it opens itself. */
export default function SettingsMenu() {
  const { translator, me, acting, acts, open } = usePersonalTab()
  const act = useAct()
  const button = useRef<HTMLButtonElement>(null)
  // A deputy cannot hand the role over.
  const piloted = me.role === 'pilot' && !me.deputy ? me.leads[0] : undefined
  const go = (place: PageName) => {
    location.hash = pageAddress(place)
  }
  const names = { ...NAMES, client: translator.say('language.client') }
  const speak = (language: Language | 'client') =>
    act.run(() => acts.correctMe({ language }), names[language])
  return (
    <Menu
      defaultOpen
      checkedValues={{ language: [me.languageChosen ? me.language : 'client'] }}
      onCheckedValueChange={(_, { checkedItems: [chosen] }) =>
        void speak(chosen === 'fr' || chosen === 'en' ? chosen : 'client')
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <SettingsButton ref={button} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => open({ kind: 'direction' }, button.current)}>
            {translator.say(me.direction ? 'direction.correct' : 'tab.direction.say')}
          </MenuItem>
          {acting && (
            <MenuItem onClick={() => open({ kind: 'preferences' }, button.current)}>
              {translator.say('message.choices')}
            </MenuItem>
          )}
          {piloted && (
            <>
              <MenuItem
                onClick={() =>
                  open({ kind: 'handover', task: 'pilot', direction: piloted.id }, button.current)
                }
              >
                {translator.say('relay.act')}
              </MenuItem>
              <MenuItem
                onClick={() =>
                  open({ kind: 'handover', task: 'deputy', direction: piloted.id }, button.current)
                }
              >
                {translator.say('relay.deputy.open')}
              </MenuItem>
            </>
          )}
          <MenuItem onClick={() => go('data')}>{translator.say('tab.data')}</MenuItem>
          {acting && <MenuItem onClick={() => go('past')}>{translator.say('tab.past')}</MenuItem>}
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{translator.say('tab.language')}</MenuGroupHeader>
            {(['fr', 'en'] as const).map(language => (
              <MenuItemRadio key={language} name="language" value={language} lang={language}>
                {NAMES[language]}
              </MenuItemRadio>
            ))}
            <MenuItemRadio name="language" value="client">
              {names.client}
            </MenuItemRadio>
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
