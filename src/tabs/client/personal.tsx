import { createRoot } from 'react-dom/client'
import './look/tokens.css'
import './look/page.css'
import './look/notices.css'
import './look/rows.css'
import './look/rows-narrow.css'
import './look/dialogs.css'
import { connect } from './host/connection.ts'
import { Root } from './page/root.tsx'

const root = document.getElementById('root')
// The handshake starts before React draws: the first answers are on their way while the skeleton appears.
if (root) createRoot(root).render(<Root connection={connect()} />)
