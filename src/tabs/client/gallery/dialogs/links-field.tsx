import { Button } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { Delete20Regular } from '@fluentui/react-icons/svg/delete'
import { useEffect, useRef } from 'react'
import type { ResourceView } from '../../../contract/initiatives/initiatives.ts'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { isBlank, isHttps } from '../initiative/link.ts'
import { LIMITS, MOST_LINKS } from './limits.ts'
import { LineField } from './line-field.tsx'

/** A link being edited: `key` identifies it while both fields are empty. */
export type LinkDraft = ResourceView & { readonly key: number }

type Props = {
  readonly links: readonly LinkDraft[]
  readonly onChange: (links: readonly LinkDraft[]) => void
  readonly tried: boolean
}

/** Up to ten links, https only. */
export function LinksField({ links, onChange, tried }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const group = useRef<HTMLFieldSetElement>(null)
  const count = useRef(links.length)
  useEffect(() => {
    const added = links.length > count.current
    count.current = links.length
    if (added) group.current?.querySelector<HTMLElement>('.link-field:nth-last-of-type(1) input')?.focus()
  }, [links.length])
  const put = (changed: LinkDraft) => onChange(links.map(link => (link.key === changed.key ? changed : link)))
  const remove = (gone: LinkDraft) => {
    onChange(links.filter(({ key }) => key !== gone.key))
    // Its button disappears with it.
    group.current?.focus()
  }
  const add = () =>
    onChange([...links, { key: Math.max(0, ...links.map(({ key }) => key)) + 1, title: '', url: '' }])
  return (
    <fieldset className="links-field" ref={group} tabIndex={-1}>
      <legend>{say('gallery.links')}</legend>
      {links.map((link, at) => (
        <div key={link.key} className="link-field">
          <LineField
            label={say('gallery.link.url', { place: at + 1 })}
            type="url"
            value={link.url}
            onChange={url => put({ ...link, url })}
            limit={LIMITS.url}
            optional
            wrong={
              tried && !isBlank(link) && !isHttps(link.url) ? say('refusal.resource-address') : undefined
            }
          />
          <LineField
            label={say('gallery.link.title', { place: at + 1 })}
            value={link.title}
            onChange={title => put({ ...link, title })}
            limit={LIMITS.linkTitle}
            optional
            wrong={tried && link.url.trim() && !link.title.trim() ? say('refusal.resource-title') : undefined}
          />
          <Button
            appearance="subtle"
            icon={<Delete20Regular />}
            aria-label={actName(translator, 'gallery.link.remove', link.title || String(at + 1))}
            onClick={() => remove(link)}
          />
        </div>
      ))}
      {links.length < MOST_LINKS && (
        <Button className="link-add" icon={<Add20Regular />} onClick={add}>
          {say('gallery.link.add')}
        </Button>
      )}
    </fieldset>
  )
}
