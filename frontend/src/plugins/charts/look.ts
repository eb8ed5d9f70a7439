/** The colours charts are drawn in, light and dark: eight that stay apart for colour-blind eyes. */
import { theme } from 'antd'
import { useMemo } from 'react'

import { useAppearance } from '@/ui/theme/appearance'

import type { ChartLook } from './chart-spec'

const LIGHT = ['#2f54c8', '#e08a00', '#1f9a8a', '#c0417c', '#6b4fbb', '#5c8f1f', '#2b93d1', '#a3552b']
const DARK = ['#7f9bf5', '#efb04c', '#4cc4b3', '#ea7fb0', '#a993ec', '#9cc95a', '#69bfee', '#d99062']

export function useChartLook(): ChartLook {
  const { token } = theme.useToken()
  const series = useAppearance() === 'dark' ? DARK : LIGHT
  return useMemo(
    () => ({
      text: token.colorText,
      quiet: token.colorTextSecondary,
      rule: token.colorBorderSecondary,
      surface: token.colorBgElevated,
      series,
      font: token.fontFamily,
    }),
    [token, series],
  )
}
