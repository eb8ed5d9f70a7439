/** The look of the product as antd design tokens: calm greys, one indigo accent, dense but not cramped. */
import { theme, type ThemeConfig } from 'antd'

import type { Appearance } from './appearance'

/** The class that carries the CSS variables; it sits on the page's root so that our own styles can use them. */
export const THEME_KEY = 'tongdao-theme'

/** System fonts only, Chinese faces after the Latin ones so that digits stay narrow and even. */
const FONTS = [
  '-apple-system',
  'BlinkMacSystemFont',
  '"Segoe UI"',
  'Roboto',
  '"PingFang SC"',
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"Noto Sans SC"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  'sans-serif',
].join(', ')

const SHARED = {
  fontFamily: FONTS,
  fontSize: 14,
  borderRadius: 6,
  controlHeight: 32,
  wireframe: false,
  motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
}

const LIGHT = {
  colorPrimary: '#2f54c8',
  // Darker instead of antd's paler one, on which white text is hard to read.
  colorPrimaryHover: '#2445a8',
  colorInfo: '#2f54c8',
  colorLink: '#2f54c8',
  colorSuccess: '#23804a',
  colorWarning: '#b86e00',
  colorError: '#c8342f',
  colorBgLayout: '#f4f5f8',
  colorBorderSecondary: '#e6e8ee',
  colorTextBase: '#1a1f2b',
  colorTextSecondary: '#596071',
  colorTextTertiary: '#626979',
  colorTextQuaternary: '#6b7282',
  colorTextDescription: '#596071',
  colorTextPlaceholder: '#6b7282',
}

const DARK = {
  colorPrimary: '#6f8cf0',
  colorInfo: '#6f8cf0',
  colorLink: '#8fa6f7',
  colorSuccess: '#4fb57a',
  colorWarning: '#d99a3a',
  colorError: '#ee6f68',
  colorBgBase: '#14171d',
  colorBgLayout: '#0f1115',
  colorBgContainer: '#181b22',
  colorBgElevated: '#20242d',
  colorBorderSecondary: '#2a2f3a',
  colorTextSecondary: '#a9b0bf',
  colorTextTertiary: '#929aab',
  colorTextDescription: '#a9b0bf',
  colorTextPlaceholder: '#929aab',
}

const COMPONENTS: Readonly<Record<Appearance, ThemeConfig['components']>> = {
  light: {
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', headerHeight: 52, headerPadding: '0 16px' },
    Menu: {
      itemSelectedBg: '#e9eefc',
      itemSelectedColor: '#2445a8',
      subMenuItemSelectedColor: '#2445a8',
      itemHeight: 36,
      itemBorderRadius: 6,
      activeBarBorderWidth: 0,
    },
    Table: { headerBg: '#f7f8fa', cellPaddingBlock: 9 },
  },
  dark: {
    Layout: { headerBg: '#181b22', siderBg: '#181b22', headerHeight: 52, headerPadding: '0 16px' },
    Menu: {
      itemSelectedBg: '#26304d',
      itemSelectedColor: '#b4c4fb',
      subMenuItemSelectedColor: '#b4c4fb',
      itemHeight: 36,
      itemBorderRadius: 6,
      activeBarBorderWidth: 0,
    },
    Table: { headerBg: '#1d212a', cellPaddingBlock: 9 },
    // Lighter than what antd derives from the palette, on which words in red are hard to read.
    Button: { primaryColor: '#0d1330', colorError: '#f28b85', colorErrorBorderHover: '#f28b85' },
  },
}

export function themeFor(appearance: Appearance): ThemeConfig {
  const dark = appearance === 'dark'
  return {
    cssVar: { key: THEME_KEY },
    hashed: false,
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...SHARED, ...(dark ? DARK : LIGHT) },
    components: COMPONENTS[appearance],
  }
}
