import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { useRef } from 'react'
import { type Language, SIMPLE, wholeOf } from '../../../../kernel/text/language.ts'
import type { MeView } from '../../../contract/people/people.ts'
import { useAct } from '../../parts/actions/action.tsx'
import type { Translator } from '../../parts/words/translator.ts'
import { type PageName, pageAddress } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { SettingsButton } from './settings-button.tsx'

const CLIENT = 'client'
const OUT = 'out'

/** In which language its own name is: what stands behind `x-`, else the language that it is of. */
const ownTag = (id: Language) => id.split('-x-')[1] ?? wholeOf(id)

/** What a language that lacks some texts has of them. */
function noteOf({ say, share }: Translator, { id, percent }: MeView['languages'][number]): string {
  if (percent !== undefined) return say('tab.language.partial', { share: share(percent, 100) })
  return id === SIMPLE ? say('tab.language.simple') : ''
}

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
  const client = translator.say('language.client')
  const speak = (language: string) =>
    act.run(
      () => acts.correctMe({ language }),
      me.languages.find(({ id }) => id === language)?.name ?? client,
    )
  const optOut = (aiOptOut: boolean) =>
    act.run(() => acts.correctMe({ aiOptOut }), translator.say(aiOptOut ? 'tab.ai.out' : 'tab.ai.in'))
  return (
    <Menu
      defaultOpen
      checkedValues={{
        language: [me.languageChosen ? (me.partial ?? me.language) : CLIENT],
        ai: me.aiOptOut ? [OUT] : [],
      }}
      onCheckedValueChange={(_, { name, checkedItems: [chosen] }) =>
        void (name === 'ai' ? optOut(chosen === OUT) : speak(chosen ?? CLIENT))
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
          <MenuItem onClick={() => open({ kind: 'programme' }, button.current)}>
            {translator.say('tab.programme')}
          </MenuItem>
          <MenuItem onClick={() => go('data')}>{translator.say('tab.data')}</MenuItem>
          {acting && <MenuItem onClick={() => go('past')}>{translator.say('past.title')}</MenuItem>}
          {me.aiOptOut !== undefined && (
            <MenuItemCheckbox name="ai" value={OUT} subText={translator.say('tab.ai.hint')}>
              {translator.say('tab.ai.opt-out')}
            </MenuItemCheckbox>
          )}
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{translator.say('tab.language')}</MenuGroupHeader>
            {me.languages.map(language => (
              <MenuItemRadio
                key={language.id}
                name="language"
                value={language.id}
                subText={noteOf(translator, language) || undefined}
              >
                <span lang={ownTag(language.id)}>{language.name}</span>
              </MenuItemRadio>
            ))}
            <MenuItemRadio name="language" value={CLIENT}>
              {client}
            </MenuItemRadio>
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
