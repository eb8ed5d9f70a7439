/** The start of the browser part: obey the content policy, load one language, draw. */
import '@/ui/base.css'

import { createRoot } from 'react-dom/client'

import { currentPreview } from '@/shared/preview/preview'
import { complyWithContentSecurity } from '@/ui/content-security'
import { startInterfaceLanguage } from '@/ui/locale/interface-language'

import { Root } from './root'

complyWithContentSecurity()
// Not awaited at the top: pieces loaded meanwhile import this one, and would wait for it while it waits for them.
void startInterfaceLanguage(currentPreview()?.language).then(draw)

function draw(): void {
  const place = document.getElementById('root')
  if (place === null) throw new Error('index.html has no #root')
  createRoot(place).render(<Root />)
}
