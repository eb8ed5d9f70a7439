/** Checks and unique combinations of an entity, each as a small card. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity, EntityCheck, EntityUnique } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { ExpressionEntry } from '../inspector/expression-entry'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import styles from './entity.module.css'
import { typedLanguage } from './entity-draft'
