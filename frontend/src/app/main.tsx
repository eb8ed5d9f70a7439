/** The start of the browser part: obey the content policy, load one language, draw. */
import '@/ui/base.css'

import { createRoot } from 'react-dom/client'

import { complyWithContentSecurity } from '@/ui/content-security'
import { startInterfaceLanguage } from '@/ui/locale/interface-language'

import { Root } from './root'

complyWithContentSecurity()
await startInterfaceLanguage()

const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no #root')
createRoot(place).render(<Root />)
