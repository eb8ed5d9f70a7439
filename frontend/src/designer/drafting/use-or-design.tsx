/** The one switch between working with the app and changing it. */
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

/** `back` is the page of the app to go back to. */
export function UseOrDesign({ back }: { readonly back: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const options = [
    { value: 'use', label: t('designer:bar.use') },
    { value: 'design', label: t('designer:bar.design') },
  ]
  return <Segmented data-tour="use" aria-label={t('designer:bar.mode')} value="design" options={options} onChange={(mode) => mode === 'use' && void navigate(back)} />
}
