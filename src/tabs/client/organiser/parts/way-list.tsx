import './way-list.css'

/** A place of the tab, and a line of what it holds. */
export type Way = { readonly title: string; readonly about: string; readonly href: string }

/** Links to other places, each on a row of its own. `label`: what they are, as the heading above says. */
export function WayList({ label, ways }: { readonly label: string; readonly ways: readonly Way[] }) {
  return (
    <nav className="card panel" aria-label={label}>
      <ul className="ways">
        {ways.map(({ title, about, href }) => (
          <li key={href}>
            <a href={href}>
              <span className="words">{title}</span>
              <span className="quiet">{about}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
